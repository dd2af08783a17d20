// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.operation.AddCheck;
import dev.retort.operation.AddColumn;
import dev.retort.operation.AddExclusion;
import dev.retort.operation.AddForeignKey;
import dev.retort.operation.AddPrimaryKey;
import dev.retort.operation.AddUnique;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.ColumnPosition;
import dev.retort.operation.CreateIndex;
import dev.retort.operation.CreateTable;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropConstraint;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.OperationVisitor;
import dev.retort.operation.RenameColumn;
import dev.retort.operation.RenameConstraint;
import dev.retort.operation.RenameIndex;
import dev.retort.operation.RenameTable;
import dev.retort.operation.SetTableComment;
import dev.retort.operation.ValidateConstraint;
import dev.retort.schema.QualifiedName;
import dev.retort.schema.TableConstraint;
import org.jspecify.annotations.Nullable;

/** What operations on tables and their parts need of a database. */
abstract class TableNeeds implements OperationVisitor<Boolean> {

    final PartNeeds parts = new PartNeeds();

    @Override
    public Boolean visitCreateTable(CreateTable operation) {
        return comment(operation.table().comment(), "table " + operation.table().name());
    }

    @Override
    public Boolean visitDropTable(DropTable operation) {
        return true;
    }

    @Override
    public Boolean visitRenameTable(RenameTable operation) {
        return true;
    }

    @Override
    public Boolean visitSetTableComment(SetTableComment operation) {
        return comment(operation.comment(), "table " + operation.table());
    }

    @Override
    public Boolean visitAddColumn(AddColumn operation) {
        String column = operation.table() + "." + operation.column().name();
        parts.addIf(operation.ifNotExists(), Capability.IF_EXISTS_ON_PARTS, "if_not_exists of column " + column);
        return position(operation.position(), column);
    }

    @Override
    public Boolean visitDropColumn(DropColumn operation) {
        String column = operation.table() + "." + operation.column();
        return need(operation.ifExists(), Capability.IF_EXISTS_ON_PARTS, "if_exists of column " + column);
    }

    @Override
    public Boolean visitRenameColumn(RenameColumn operation) {
        return true;
    }

    @Override
    public Boolean visitAlterColumn(AlterColumn operation) {
        String column = operation.table() + "." + operation.column();
        if (operation.type() != null) {
            parts.type(operation.type(), "the new type of column " + column);
        }
        operation.identity().newValue().ifPresent(identity -> parts.identity(identity, column));
        operation.generated().newValue().ifPresent(generated -> parts.generated(generated, column));
        comment(operation.comment().newValue().orElse(null), "column " + column);
        return position(operation.position(), column);
    }

    @Override
    public Boolean visitCreateIndex(CreateIndex operation) {
        return true;
    }

    @Override
    public Boolean visitDropIndex(DropIndex operation) {
        return true;
    }

    @Override
    public Boolean visitRenameIndex(RenameIndex operation) {
        return need(true, Capability.RENAME_INDEX, "the new name of index " + operation.index());
    }

    @Override
    public Boolean visitAddPrimaryKey(AddPrimaryKey operation) {
        return constraint(operation.primaryKey(), operation.table());
    }

    @Override
    public Boolean visitAddUnique(AddUnique operation) {
        return constraint(operation.unique(), operation.table());
    }

    @Override
    public Boolean visitAddForeignKey(AddForeignKey operation) {
        return constraint(operation.foreignKey(), operation.table());
    }

    @Override
    public Boolean visitAddCheck(AddCheck operation) {
        return constraint(operation.check(), operation.table());
    }

    @Override
    public Boolean visitAddExclusion(AddExclusion operation) {
        return constraint(operation.exclusion(), operation.table());
    }

    @Override
    public Boolean visitDropConstraint(DropConstraint operation) {
        String subject = "dropping a constraint of table " + operation.table();
        parts.add(Capability.ALTER_CONSTRAINTS, subject);
        return need(operation.ifExists(), Capability.IF_EXISTS_ON_PARTS, "if_exists in " + subject);
    }

    @Override
    public Boolean visitRenameConstraint(RenameConstraint operation) {
        return need(true, Capability.RENAME_CONSTRAINT, "the new name of constraint " + operation.constraint());
    }

    @Override
    public Boolean visitValidateConstraint(ValidateConstraint operation) {
        return need(true, Capability.NOT_VALID_CONSTRAINTS, "the validation of constraint " + operation.constraint());
    }

    final Boolean need(boolean condition, Capability capability, String subject) {
        parts.addIf(condition, capability, subject);
        return true;
    }

    final Boolean comment(@Nullable String words, String object) {
        return need(words != null, Capability.COMMENTS, "the comment on " + object);
    }

    private Boolean position(@Nullable ColumnPosition position, String column) {
        return need(
                position != null && !(position instanceof ColumnPosition.Last),
                Capability.COLUMN_POSITION,
                "the position of column " + column);
    }

    private Boolean constraint(TableConstraint constraint, QualifiedName table) {
        return need(true, Capability.ALTER_CONSTRAINTS, PartNeeds.describe(constraint, table.toString()));
    }
}

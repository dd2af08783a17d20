// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.dialect.OptionVocabulary.Place;
import dev.retort.operation.AlterColumn;
import dev.retort.operation.Batch;
import dev.retort.operation.CreateTable;
import dev.retort.operation.CreateTrigger;
import dev.retort.operation.CreateView;
import dev.retort.operation.DropColumn;
import dev.retort.operation.DropIndex;
import dev.retort.operation.DropTable;
import dev.retort.operation.Operation;
import dev.retort.operation.ReplaceView;
import dev.retort.schema.CheckConstraint;
import dev.retort.schema.ExclusionConstraint;
import dev.retort.schema.ForeignKey;
import dev.retort.schema.Index;
import dev.retort.schema.IndexPart;
import dev.retort.schema.Options;
import dev.retort.schema.PrimaryKey;
import dev.retort.schema.TableConstraint;
import dev.retort.schema.UniqueConstraint;
import java.util.ArrayList;
import java.util.List;

/** Everything in an operation that carries options; a batch's own options, but not those of its operations. */
final class OptionSites {

    record Site(Place place, Options options) {}

    private final List<Site> sites = new ArrayList<>();

    private OptionSites() {}

    static List<Site> of(Operation operation) {
        OptionSites found = new OptionSites();
        found.own(operation);
        OperationParts parts = OperationParts.of(operation);
        parts.columns().forEach(column -> found.add(Place.COLUMN, column.options()));
        parts.constraints().forEach(found::constraint);
        parts.indexes().forEach(found::index);
        return found.sites;
    }

    private void own(Operation operation) {
        if (operation instanceof CreateTable create) {
            add(Place.TABLE, create.table().options());
        } else if (operation instanceof DropTable drop) {
            add(Place.DROP_TABLE, drop.options());
        } else if (operation instanceof DropColumn drop) {
            add(Place.DROP_COLUMN, drop.options());
        } else if (operation instanceof DropIndex drop) {
            add(Place.DROP_INDEX, drop.options());
        } else if (operation instanceof AlterColumn alter) {
            add(Place.COLUMN, alter.options());
        } else if (operation instanceof CreateView create) {
            add(Place.VIEW, create.view().options());
        } else if (operation instanceof ReplaceView replace) {
            add(Place.VIEW, replace.view().options());
        } else if (operation instanceof CreateTrigger create) {
            add(Place.TRIGGER, create.trigger().options());
        } else if (operation instanceof Batch batch) {
            add(Place.BATCH, batch.options());
        }
    }

    private void constraint(TableConstraint constraint) {
        if (constraint instanceof PrimaryKey key) {
            add(Place.PRIMARY_KEY, key.options());
        } else if (constraint instanceof UniqueConstraint unique) {
            add(Place.UNIQUE, unique.options());
        } else if (constraint instanceof ForeignKey key) {
            add(Place.FOREIGN_KEY, key.options());
        } else if (constraint instanceof CheckConstraint check) {
            add(Place.CHECK, check.options());
        } else if (constraint instanceof ExclusionConstraint exclusion) {
            add(Place.EXCLUSION, exclusion.options());
            exclusion.elements().forEach(element -> part(element.part()));
        }
    }

    private void index(Index index) {
        add(Place.INDEX, index.options());
        index.parts().forEach(this::part);
    }

    private void part(IndexPart part) {
        add(Place.INDEX_PART, part.options());
    }

    private void add(Place place, Options options) {
        sites.add(new Site(place, options));
    }
}

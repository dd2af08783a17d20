// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.model;

import static dev.retort.yaml.part.CommonKeys.COMMENT;
import static dev.retort.yaml.part.Names.NAME_KEY;

import dev.retort.operation.Naming;
import dev.retort.schema.EnumType;
import dev.retort.schema.Identifier;
import dev.retort.schema.NamingConvention;
import dev.retort.schema.OtherObject;
import dev.retort.schema.Routine;
import dev.retort.schema.Schema;
import dev.retort.schema.SchemaBuilder;
import dev.retort.schema.Sequence;
import dev.retort.schema.SqlText;
import dev.retort.schema.Table;
import dev.retort.schema.Trigger;
import dev.retort.schema.View;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Key;
import dev.retort.yaml.form.Lists;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.form.Scalars;
import dev.retort.yaml.form.Shared;
import dev.retort.yaml.form.Values;
import dev.retort.yaml.part.Named;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.NamingYaml;
import dev.retort.yaml.part.RoutineYaml;
import dev.retort.yaml.part.SequenceYaml;
import dev.retort.yaml.part.SqlTextYaml;
import dev.retort.yaml.part.TableYaml;
import dev.retort.yaml.part.TriggerYaml;
import dev.retort.yaml.part.ViewYaml;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A model file. */
final class ModelForm {

    private static final Key<List<Identifier>> SCHEMAS = Key.of(
            "schemas", Lists.of(Scalars.IDENTIFIER, "a list of names").orOne(), "Namespaces beside the default one.");
    private static final Key<List<Table>> TABLES =
            named("tables", Shared.of("model_table", TableYaml.ofModel()), null, "Tables by name.");

    private static final Key<List<String>> VALUES =
            Key.of("values", Lists.of(Scalars.TEXT, "a list of words"), "The words, in order.");
    private static final Form<EnumType> ENUM = Names.add(Mapping.<EnumType>of("an enum type"), NAME_KEY, EnumType::name)
            .required(VALUES, EnumType::values)
            .optional(COMMENT, EnumType::comment)
            .makes(values -> new EnumType(Names.resolve(values, NAME_KEY), values.get(VALUES), values.orNull(COMMENT)));
    private static final Key<List<EnumType>> ENUMS = named("enums", ENUM, "values", "Enum types by name.");

    private static final Key<List<Sequence>> SEQUENCES =
            named("sequences", SequenceYaml.keys("a sequence").makes(SequenceYaml::make), null, "Sequences by name.");
    private static final Key<List<View>> VIEWS =
            named("views", ViewYaml.keys().makes(ViewYaml::make), "query", "Views by name.");
    private static final Key<List<Routine>> ROUTINES = named(
            "routines", RoutineYaml.keys().makes(RoutineYaml::make), "definition", "Functions and procedures by name.");
    private static final Key<List<Trigger>> TRIGGERS =
            named("triggers", TriggerYaml.keys().makes(TriggerYaml::make), null, "Triggers by name.");

    private static final Key<String> TYPE = Key.of("type", Scalars.TEXT, "What the dialect calls it.");
    private static final Key<SqlText> DEFINITION =
            Key.of("definition", SqlTextYaml.FORM, "The whole CREATE statement.");
    private static final Form<OtherObject> OBJECT = Names.add(
                    Mapping.<OtherObject>of("an object"), NAME_KEY, OtherObject::name)
            .required(TYPE, OtherObject::type)
            .required(DEFINITION, OtherObject::definition)
            .makes(values ->
                    new OtherObject(Names.resolve(values, NAME_KEY), values.get(TYPE), values.get(DEFINITION)));
    private static final Key<List<OtherObject>> OBJECTS =
            named("objects", OBJECT, null, "Objects that the model has no type for, in their dialect's words.");

    static final Form<Schema> FORM = Mapping.<Schema>of("a model")
            .inBlockStyle()
            .optional(NamingYaml.KEY, schema -> null)
            .optional(SCHEMAS, schema -> filled(schema.namespaces()))
            .optional(ENUMS, schema -> filled(schema.enums().values()))
            .optional(SEQUENCES, schema -> filled(schema.sequences().values()))
            .optional(TABLES, schema -> filled(schema.tables().values()))
            .optional(VIEWS, schema -> filled(schema.views().values()))
            .optional(ROUTINES, schema -> filled(schema.routines().values()))
            .optional(TRIGGERS, schema -> filled(schema.triggers().values()))
            .optional(OBJECTS, schema -> filled(schema.others().values()))
            .makes(ModelForm::make);

    private ModelForm() {}

    private static <T> Key<List<T>> named(String key, Form<T> item, @Nullable String valueKey, String meaning) {
        return Key.of(key, new Named<>(item, "a mapping from names", valueKey, true), meaning);
    }

    private static <T> @Nullable List<T> filled(Collection<T> things) {
        return things.isEmpty() ? null : List.copyOf(things);
    }

    private static Schema make(Values values) {
        SchemaBuilder schema = Schema.EMPTY.toBuilder();
        schema.namespaces().addAll(values.or(SCHEMAS, List.of()));
        NamingConvention naming = values.orNull(NamingYaml.KEY);
        for (Table table : values.or(TABLES, List.of())) {
            Distinct.check("table", table.name(), schema.tables());
            schema.table(naming == null ? table : naming.name(table, Naming.COMMON_LIMIT));
        }
        for (EnumType type : values.or(ENUMS, List.of())) {
            Distinct.check("enum", type.name(), schema.enums());
            schema.enumType(type);
        }
        for (Sequence sequence : values.or(SEQUENCES, List.of())) {
            Distinct.check("sequence", sequence.name(), schema.sequences());
            schema.sequence(sequence);
        }
        for (View view : values.or(VIEWS, List.of())) {
            Distinct.check("view", view.name(), schema.views());
            schema.view(view);
        }
        for (Routine routine : values.or(ROUTINES, List.of())) {
            Distinct.check("routine", routine.key(), schema.routines());
            schema.routine(routine);
        }
        for (Trigger trigger : values.or(TRIGGERS, List.of())) {
            Distinct.check("trigger", trigger.key(), schema.triggers());
            schema.trigger(trigger);
        }
        for (OtherObject object : values.or(OBJECTS, List.of())) {
            Distinct.check("object", object.name(), schema.others());
            schema.other(object);
        }
        return schema.build();
    }
}

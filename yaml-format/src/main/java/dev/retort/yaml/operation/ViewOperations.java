// SPDX-License-Identifier: Apache-2.0
package dev.retort.yaml.operation;

import static dev.retort.yaml.part.CommonKeys.CASCADE;
import static dev.retort.yaml.part.CommonKeys.IF_EXISTS;
import static dev.retort.yaml.part.CommonKeys.IF_NOT_EXISTS;
import static dev.retort.yaml.part.Names.NAME_KEY;
import static dev.retort.yaml.part.ViewYaml.MATERIALIZED;

import dev.retort.operation.CreateView;
import dev.retort.operation.DropView;
import dev.retort.operation.ReplaceView;
import dev.retort.yaml.form.Form;
import dev.retort.yaml.form.Mapping;
import dev.retort.yaml.part.Names;
import dev.retort.yaml.part.ViewYaml;
import java.util.List;

/** {@code create_view}, {@code replace_view}, {@code drop_view}. */
final class ViewOperations {

    private static final Form<CreateView> CREATE_VIEW = Mapping.<CreateView>of("create_view")
            .meaning("Creates a view.")
            .all(ViewYaml.keys(), CreateView::view)
            .optional(IF_NOT_EXISTS, CreateView::ifNotExists, false)
            .makes(values -> new CreateView(ViewYaml.make(values), values.flag(IF_NOT_EXISTS)));

    private static final Form<ReplaceView> REPLACE_VIEW = Mapping.<ReplaceView>of("replace_view")
            .meaning("Replaces the query of a view, or creates the view.")
            .all(ViewYaml.keys(), ReplaceView::view)
            .makes(values -> new ReplaceView(ViewYaml.make(values)));

    private static final Form<DropView> DROP_VIEW = Names.add(
                    Mapping.<DropView>of("drop_view").meaning("Drops a view."), NAME_KEY, DropView::view)
            .orJust(NAME_KEY)
            .optional(MATERIALIZED, DropView::materialized, false)
            .optional(IF_EXISTS, DropView::ifExists, false)
            .optional(CASCADE, DropView::cascade, false)
            .makes(values -> new DropView(
                    Names.resolve(values, NAME_KEY),
                    values.flag(MATERIALIZED),
                    values.flag(IF_EXISTS),
                    values.flag(CASCADE)));

    static final List<OperationYaml<?, ?>> ALL = List.of(
            OperationYaml.of("create_view", CreateView.class, CREATE_VIEW),
            OperationYaml.of("replace_view", ReplaceView.class, REPLACE_VIEW),
            OperationYaml.of("drop_view", DropView.class, DROP_VIEW));

    private ViewOperations() {}
}

// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import dev.retort.diagnostic.ErrorCode;
import dev.retort.diagnostic.Finding;
import dev.retort.diagnostic.NearMatches;
import dev.retort.operation.Batch;
import dev.retort.operation.Operation;
import dev.retort.schema.Options;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds options that a dialect does not know, and values that they cannot have. */
record OptionCheck(String dialect, OptionVocabulary vocabulary) {

    List<Finding> check(PlacedOperation placed) {
        List<Finding> findings = new ArrayList<>();
        check(placed.operation(), placed, findings);
        return findings;
    }

    private void check(Operation operation, PlacedOperation placed, List<Finding> findings) {
        for (OptionSites.Site site : OptionSites.of(operation)) {
            check(site, placed, findings);
        }
        if (operation instanceof Batch batch) {
            batch.operations().forEach(inner -> check(inner, placed, findings));
        }
    }

    private void check(OptionSites.Site site, PlacedOperation placed, List<Finding> findings) {
        Options options = site.options();
        for (Map.Entry<String, Object> option : options.forDialect(dialect).entrySet()) {
            Finding problem = problem(site.place(), option.getKey(), option.getValue());
            if (problem != null) {
                findings.add(problem.about(placed.operation().keyword()).at(placed.location()));
            }
        }
    }

    private @Nullable Finding problem(OptionVocabulary.Place place, String name, Object value) {
        List<OptionVocabulary.Known> there = vocabulary.at(place);
        for (OptionVocabulary.Known known : there) {
            if (known.name().equals(name)) {
                return known.accepts(value) ? null : badValue(known, value);
            }
        }
        List<String> names =
                there.stream().map(OptionVocabulary.Known::name).distinct().toList();
        String message = "Dialect " + dialect + " knows no option '" + name + "' of " + place.words() + "; "
                + (names.isEmpty() ? "it has none there" : "it knows " + String.join(", ", names)) + ".";
        return Finding.error(ErrorCode.BAD_OPTION, message).withHint(hint(names, name));
    }

    private @Nullable String hint(List<String> names, String name) {
        String question = new NearMatches(names).question(name);
        if (question != null) {
            return question;
        }
        String elsewhere = vocabulary.options().stream()
                .filter(known -> known.name().equals(name))
                .flatMap(known -> known.places().stream())
                .sorted()
                .distinct()
                .map(OptionVocabulary.Place::words)
                .collect(Collectors.joining(", "));
        return elsewhere.isEmpty() ? null : "'" + name + "' is an option of " + elsewhere + ".";
    }

    private Finding badValue(OptionVocabulary.Known known, Object value) {
        return Finding.error(
                ErrorCode.BAD_OPTION,
                "Option '" + known.name() + "' of dialect " + dialect + " must be " + known.expected() + ", but was '"
                        + value + "'.");
    }
}

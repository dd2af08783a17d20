// SPDX-License-Identifier: Apache-2.0
package dev.retort.dialect;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A dialect's SQL as far as it differs from ISO SQL, as data for the renderer of portable texts. Names, strings, truth
 * values, bytes, dates and times are not here: they are written by the dialect's {@link SqlWriter}. Immutable.
 *
 * @param forms    the form of each place; what is not there cannot be written
 * @param refusals why a place has no form, in words that end a sentence such as {@code SQLite has no ...}
 */
public record SqlProfile(Map<SqlForm, String> forms, Map<SqlForm, String> refusals) {

    private static final Pattern OPERAND = Pattern.compile("\\{\\d}");

    /** The forms of ISO SQL. */
    public static final SqlProfile STANDARD = standard();

    public SqlProfile {
        for (Map.Entry<SqlForm, String> form : forms.entrySet()) {
            Set<String> unknown = operands(form.getValue());
            unknown.removeAll(operands(form.getKey()));
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("form " + form.getKey() + " must have operands among "
                        + operands(form.getKey()) + ", but was '" + form.getValue() + "'");
            }
        }
        forms = Map.copyOf(forms);
        refusals = Map.copyOf(refusals);
    }

    private static Set<String> operands(SqlForm form) {
        return form == SqlForm.GLOB ? operands(SqlForm.LIKE) : operands(form.standard());
    }

    private static Set<String> operands(String template) {
        Set<String> found = new TreeSet<>();
        Matcher matcher = OPERAND.matcher(template);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }

    private static SqlProfile standard() {
        Map<SqlForm, String> forms = new EnumMap<>(SqlForm.class);
        for (SqlForm form : SqlForm.values()) {
            if (!form.standard().isEmpty()) {
                forms.put(form, form.standard());
            }
        }
        return new SqlProfile(forms, Map.of());
    }

    /**
     * The same with another form.
     *
     * @param form     which place
     * @param template the dialect's own form; may use the operands of the standard form, each as often as it likes
     * @return a copy
     */
    public SqlProfile with(SqlForm form, String template) {
        Map<SqlForm, String> copy = new EnumMap<>(SqlForm.class);
        copy.putAll(forms);
        copy.put(form, template);
        Map<SqlForm, String> reasons = new java.util.HashMap<>(refusals);
        reasons.remove(form);
        return new SqlProfile(copy, reasons);
    }

    /**
     * The same without a form, so that portable SQL that needs it is refused.
     *
     * @param form   which place
     * @param reason why, as a sentence without its full stop
     * @return a copy
     */
    public SqlProfile without(SqlForm form, String reason) {
        Map<SqlForm, String> copy = new java.util.HashMap<>(forms);
        copy.remove(form);
        Map<SqlForm, String> reasons = new java.util.HashMap<>(refusals);
        reasons.put(form, reason);
        return new SqlProfile(copy, reasons);
    }

    /**
     * The form of a place.
     *
     * @param form which place
     * @return the template, or empty if it cannot be written here
     */
    public Optional<String> form(SqlForm form) {
        return Optional.ofNullable(forms.get(form));
    }

    /**
     * Why a place has no form.
     *
     * @param form which place
     * @return the reason, as a sentence without its full stop
     */
    public String refusal(SqlForm form) {
        return refusals.getOrDefault(form, "The database has no form for this");
    }
}

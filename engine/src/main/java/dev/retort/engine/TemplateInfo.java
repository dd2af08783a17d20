// SPDX-License-Identifier: Apache-2.0
package dev.retort.engine;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How new migration files of a format are laid out.
 *
 * @param format  id of the format
 * @param file    the project's own template, or null for the format's own layout
 * @param display the template's name for people, relative to the project; empty without a template
 */
public record TemplateInfo(String format, @Nullable Path file, String display) {}

// SPDX-License-Identifier: Apache-2.0
/** Forms: how a value is read from YAML, written to it and described as a JSON Schema, all three from one definition. */
@NullMarked
package dev.retort.yaml.form;

import org.jspecify.annotations.NullMarked;

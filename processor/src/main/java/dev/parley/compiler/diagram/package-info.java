/** Protocols and machines drawn as text for Mermaid, PlantUML and DOT. */
@NullMarked
package dev.parley.compiler.diagram;

import org.jspecify.annotations.NullMarked;

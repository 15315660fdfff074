/** Class files: protocols are read from them here, and nothing else in the plugin's reading of protocols knows ASM. */
@NullMarked
package dev.parley.maven.bytecode;

import org.jspecify.annotations.NullMarked;

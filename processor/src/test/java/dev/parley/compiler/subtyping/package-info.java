/** Tests of subtyping and of networks of machines of different versions. */
@NullMarked
package dev.parley.compiler.subtyping;

import org.jspecify.annotations.NullMarked;

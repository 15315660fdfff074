/** What must be allowed, paid and recorded before a guarded message leaves: capabilities, flow budgets, receipts and facts. */
@NullMarked
package dev.parley.runtime.effect;

import org.jspecify.annotations.NullMarked;

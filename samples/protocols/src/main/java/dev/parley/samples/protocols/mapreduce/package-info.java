/** Map and reduce: any number of mappers, any number of reducers, and a number of states that does not depend on how many. */
@NullMarked
package dev.parley.samples.protocols.mapreduce;

import org.jspecify.annotations.NullMarked;

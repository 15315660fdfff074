package dev.parley.compiler.protocol;

import dev.parley.compiler.diagnostic.Origin;

/**
 * What happens before a message leaves.
 *
 * @param capability the capability that its sender needs; empty for none
 * @param flowCost what it costs the sender's budget for each receiver
 * @param journal the fact committed; empty for none
 * @param origin the annotation
 * @param capabilityOrigin the value that gives the capability, or the annotation
 * @param flowCostOrigin the value that gives the cost, or the annotation
 * @param journalOrigin the value that gives the fact, or the annotation
 */
public record Guard(
        String capability,
        long flowCost,
        String journal,
        Origin origin,
        Origin capabilityOrigin,
        Origin flowCostOrigin,
        Origin journalOrigin) {}

/** Facts that modules tell each other inside the transaction that made them true; ids, dates and codes only. */
@NamedInterface("event")
@NullMarked
package io.mingjing.shared.event;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;

/** The message centre, the bell, the administrator's list of undeliverable mails, and the mailbox of the demonstration. */
@NullMarked
package io.mingjing.alert.web;

import org.jspecify.annotations.NullMarked;

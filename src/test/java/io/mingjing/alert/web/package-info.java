/** The message centre and the mail pages as their readers meet them. */
@NullMarked
package io.mingjing.alert.web;

import org.jspecify.annotations.NullMarked;

/** Sign-in and out, the filter chains, and what people change about their own account. */
@NullMarked
package io.mingjing.identity.web;

import org.jspecify.annotations.NullMarked;

/** The public pages below /portal, the desk's page of what waits there, and the setting of the designated channel. */
@NullMarked
package io.mingjing.portal.web;

import org.jspecify.annotations.NullMarked;

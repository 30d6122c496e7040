package io.mingjing.alert;

/** A mail ready to be owed: plain text and HTML say the same. */
record Mail(String toAddress, String toName, String subject, String text, String html) {}

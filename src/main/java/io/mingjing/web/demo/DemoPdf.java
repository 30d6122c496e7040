package io.mingjing.web.demo;

import java.nio.charset.StandardCharsets;

/** The smallest honest PDF: one empty A4 page with its label in the metadata, for attachments of the demonstration. */
final class DemoPdf {

    private DemoPdf() {}

    static byte[] page(String title) {
        StringBuilder pdf = new StringBuilder("%PDF-1.4\n");
        int[] offsets = new int[5];
        String[] objects = {
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
            "<< /Title <" + hex(title) + "> >>"
        };
        for (int i = 0; i < objects.length; i++) {
            offsets[i + 1] = pdf.length();
            pdf.append(i + 1).append(" 0 obj\n").append(objects[i]).append("\nendobj\n");
        }
        int table = pdf.length();
        pdf.append("xref\n0 5\n0000000000 65535 f \n");
        for (int i = 1; i <= objects.length; i++) {
            pdf.append(String.format("%010d 00000 n %n", offsets[i]).replace(System.lineSeparator(), "\n"));
        }
        pdf.append("trailer\n<< /Size 5 /Root 1 0 R /Info 4 0 R >>\nstartxref\n")
                .append(table)
                .append("\n%%EOF\n");
        return pdf.toString().getBytes(StandardCharsets.US_ASCII);
    }

    /** UTF-16 with its mark, as PDF wants text beyond Latin. */
    private static String hex(String text) {
        StringBuilder hex = new StringBuilder("FEFF");
        for (char c : text.toCharArray()) {
            hex.append(String.format("%04X", (int) c));
        }
        return hex.toString();
    }
}

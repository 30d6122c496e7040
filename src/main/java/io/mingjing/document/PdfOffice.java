package io.mingjing.document;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.Optional;
import org.jodconverter.core.document.DefaultDocumentFormatRegistry;
import org.jodconverter.core.office.OfficeException;
import org.jodconverter.local.LocalConverter;
import org.jodconverter.local.office.LocalOfficeManager;
import org.jodconverter.local.office.LocalOfficeUtils;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Makes PDFs where LibreOffice is installed. The office starts with the first letter and stays. */
@Component
class PdfOffice implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(PdfOffice.class);

    private final @Nullable File home;
    private @Nullable LocalOfficeManager office;

    PdfOffice(OfficeSettings settings) {
        this.home = find(settings.home().strip());
    }

    private static @Nullable File find(String named) {
        if (named.equals("none")) {
            return null;
        }
        try {
            File home = named.isEmpty() ? LocalOfficeUtils.getDefaultOfficeHome() : new File(named);
            LocalOfficeUtils.validateOfficeHome(home);
            return home;
        } catch (IllegalStateException | NullPointerException e) {
            if (!named.isEmpty()) {
                throw new IllegalStateException("mingjing.office.home names no LibreOffice: " + named, e);
            }
            LOG.info("No LibreOffice found: letters are kept as Word documents only.");
            return null;
        }
    }

    boolean available() {
        return home != null;
    }

    /** The document as PDF; empty where there is no office or it failed, which is logged. */
    synchronized Optional<byte[]> convert(byte[] docx) {
        if (home == null) {
            return Optional.empty();
        }
        try {
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            LocalConverter.make(running(home))
                    .convert(new ByteArrayInputStream(docx))
                    .as(DefaultDocumentFormatRegistry.DOCX)
                    .to(pdf)
                    .as(DefaultDocumentFormatRegistry.PDF)
                    .execute();
            return Optional.of(pdf.toByteArray());
        } catch (OfficeException e) {
            LOG.warn("A letter could not be converted to PDF", e);
            return Optional.empty();
        }
    }

    private LocalOfficeManager running(File folder) throws OfficeException {
        if (office == null || !office.isRunning()) {
            office = LocalOfficeManager.builder()
                    .officeHome(folder)
                    .portNumbers(freePort())
                    .build();
            office.start();
        }
        return office;
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void destroy() throws OfficeException {
        if (office != null) {
            office.stop();
        }
    }
}

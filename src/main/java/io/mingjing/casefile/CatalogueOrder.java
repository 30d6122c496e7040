package io.mingjing.casefile;

import io.mingjing.shared.Area;

/** The prescribed order of the papers in the files of an area; one for each area that has one. */
public interface CatalogueOrder {

    Area area();

    /**
     * Where a paper stands: lower first; papers of one rank follow their dates.
     *
     * @param kind code of the letter, or the label of a paper handed in
     */
    int rank(CatalogueEntry.Source source, String kind);
}

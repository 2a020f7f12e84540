package org.vaerestore.report;

/** Something that a section of a report shows. */
public sealed interface Block permits KeyFigures, Pictures, Comparison, Table, Facts, LossCurves, Verdict, Notices, Charts {
}

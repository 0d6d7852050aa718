import Foundation

extension SurveyTally {
  /// What was counted and what was not, in a sentence each.
  public var summary: [String] {
    var lines = [ntr("{count} answer counted.", "{count} answers counted.", n)]
    if unanswered > 0 {
      lines.append(
        ntr("{count} row has no answer.", "{count} rows have no answer.", unanswered))
    }
    if withoutSegment > 0 {
      lines.append(
        ntr(
          "{count} answer names no segment: it counts only for all of them together.",
          "{count} answers name no segment: they count only for all of them together.",
          withoutSegment))
    }
    if badRowCount > 0 {
      lines.append(
        ntr(
          "{count} row cannot be read and was left out.",
          "{count} rows cannot be read and were left out.", badRowCount))
    }
    if !keepsAnswers {
      lines.append(
        tr("There are too many different answers to keep each: mean and n are kept."))
    }
    return lines
  }
}

extension SurveyOutcome {
  /// What changes, in a sentence each.
  public var summary: [String] {
    var lines: [String] = []
    if added > 0 { lines.append(ntr("{count} reading added.", "{count} readings added.", added)) }
    if replaced > 0 {
      lines.append(
        ntr(
          "{count} reading of the same metric, segment and period replaced.",
          "{count} readings of the same metric, segment and period replaced.", replaced))
      lines.append(
        tr(
          "They had {before} answers, and have {after} now.",
          [
            "before": NumberFormat.local.text(answersThere),
            "after": NumberFormat.local.text(answersInFile),
          ]))
    }
    if !left.isEmpty {
      lines.append(
        ntr(
          "{count} reading of the same metric, segment and period is there and says something else: it stays as it is, with {before} answers; the file has {after}.",
          "{count} readings of the same metric, segment and period are there and say something else: they stay as they are, with {before} answers; the file has {after}.",
          left.count,
          [
            "before": NumberFormat.local.text(answersThere),
            "after": NumberFormat.local.text(answersInFile),
          ]))
    }
    if same > 0 {
      lines.append(
        ntr(
          "{count} reading was there already.", "{count} readings were there already.", same))
    }
    if overlapping > 0 {
      lines.append(
        ntr(
          "{count} other reading is of a time that overlaps with a new one; it was left as it is.",
          "{count} other readings are of times that overlap with new ones; they were left as they are.",
          overlapping))
    }
    return lines
  }

  /// Each reading that stays as it is, though the file says something else.
  public func leftInWords(of metric: Metric, startMonth: Int) -> [String] {
    left.map { left in
      tr(
        "{period}, {segment}: {value} (n {count}) stays; the file comes to {other} (n {more}).",
        [
          "period": left.there.period(startMonth: startMonth),
          "segment": left.there.segmentInWords,
          "value": MetricWords.value(left.there.value, of: metric),
          "count": left.there.sampleSize ?? 0,
          "other": MetricWords.value(left.inFile.value, of: metric),
          "more": left.inFile.sampleSize ?? 0,
        ])
    }
  }

  /// Each reading as it will be, in parts: period, segment, value, n.
  public func readingsInWords(of metric: Metric, startMonth: Int) -> [[String]] {
    readings.map { reading in
      [
        reading.period(startMonth: startMonth), reading.segmentInWords,
        MetricWords.value(reading.value, of: metric),
        tr("n {count}", ["count": reading.sampleSize ?? 0]),
      ]
    }
  }
}

extension Reading {
  fileprivate func period(startMonth: Int) -> String {
    SurveyPeriod(start: periodStart, end: day).title(startMonth: startMonth)
  }
  fileprivate var segmentInWords: String { segment.isEmpty ? tr("all") : segment }
}

extension SurveyTally {
  /// - Throws: `.noRows`, `.noAnswers` when there is nothing to make a reading of.
  public func requireAnswers(in file: SurveyFile, _ mapping: SurveyMapping) throws(ImportError) {
    guard n == 0 else { return }
    let name = file.url.lastPathComponent
    guard unanswered > 0 || badRowCount > 0 else { throw ImportError(.noRows, file: name) }
    throw ImportError(.noAnswers(column: file.headings[mapping.score]), file: name)
  }
}

import Foundation

/// Columns of readings, which keep to the scale of their metric.
extension RegisterColumn<Reading> {
  /// Of the metric's scale, and what the counts of answers come to, where they are known. Empty until
  /// somebody says it.
  static func value(in context: RegisterContext) -> Self {
    var column = number("value", tr("Value"), \.value, in: context)
    let (set, text, key) = (column.set, column.text, column.key)
    let shown = { (reading: Reading) in
      if reading.isPending { return "" }
      // What is worked out has more decimals than anybody reads.
      return reading.counts.isEmpty || context.numbers.isPlain
        ? text(reading) : context.numbers.text(reading.value, decimals: 2)
    }
    column.text = shown
    column.key = { $0.isPending ? nil : key($0) }
    column.set = { reading, typed in
      if reading.isPending, typed.isBlank { return true }
      // It stays as exact as it was.
      if !reading.isPending, !reading.counts.isEmpty, typed == shown(reading) { return true }
      var new = reading
      guard set(&new, typed) else { return false }
      if let metric = context.metric(reading.metricID) {
        guard metric.allows(new.value), reading.agrees(new.value, with: metric) else {
          return false
        }
      }
      // It is one of somebody now.
      if reading.isPending { new.sampleSize = nil }
      reading = new
      return true
    }
    column.takesThere = { reading in
      guard let metric = context.metric(reading.metricID) else { return nil }
      if let counted = reading.countedValue(of: metric) {
        return tr(
          "what its answers come to, {value}",
          ["value": context.numbers.text(counted, decimals: 2)])
      }
      return metric.allowedWords(context.numbers)
    }
    return column.first()
  }

  /// How many answered; who gives it before the value would say that it is 0.
  static func answers(in context: RegisterContext) -> Self {
    var column = wholeNumber(
      "answers", tr("Answers (n)"), \.sampleSize, within: 0...1_000_000_000, in: context)
    let (set, text) = (column.set, column.text)
    column.text = { $0.isPending ? "" : text($0) }
    column.set = { reading, typed in
      guard reading.isPending else { return set(&reading, typed) }
      var new = reading
      return typed.isBlank || set(&new, typed) && new.sampleSize == 0
    }
    column.takesThere = { reading in
      reading.isPending ? tr("the number of answers once the value is there") : nil
    }
    return column
  }

  /// "9:12 10:40". Value and n are worked out of them.
  static func counts(in context: RegisterContext) -> Self {
    var column = text("counts", tr("Answers of each value"), \.counts)
    column.set = { reading, text in
      guard !text.isBlank else {
        reading.counts = ""
        return true
      }
      guard let counts = AnswerCounts(text) else { return false }
      let metric = context.metric(reading.metricID)
      guard counts.answers.allSatisfy({ metric?.takes(answer: $0.value) ?? true }) else {
        return false
      }
      reading.counts = text.trimmingCharacters(in: .whitespacesAndNewlines)
      if let metric, let value = reading.countedValue(of: metric) {
        reading.value = value
        reading.sampleSize = counts.n
      }
      return true
    }
    column.takes = { tr("how many gave each answer, like 9:12 10:40") }
    column.takesThere = { reading in
      guard let metric = context.metric(reading.metricID), metric.answerScale != nil else {
        return nil
      }
      return tr(
        "how many gave each answer, like 9:12 10:40, where answers are {answers}",
        ["answers": metric.answersInWords])
    }
    column.rule = tr("Value and n are worked out of them.")
    return column.onlyInForm()
  }

  /// To which metric it belongs; it has to fit its scale.
  static func metric(in context: RegisterContext) -> Self {
    reference("metric", tr("Metric"), weight: 2.2, \.metricID, to: .metric, in: context).first()
  }
}

extension RegisterColumn {
  /// With numbers of a metric's scale only.
  ///
  /// - Parameter metric: whose; nil: any number fits.
  func onScale(
    of metric: @escaping (Record) -> Metric?, _ value: @escaping (Record) -> Double?,
    in context: RegisterContext
  ) -> Self {
    var column = self
    let set = column.set
    column.set = { record, text in
      var new = record
      guard set(&new, text) else { return false }
      if let value = value(new), metric(record)?.allows(value) == false { return false }
      record = new
      return true
    }
    column.takesThere = { metric($0)?.allowedWords(context.numbers) }
    return column
  }
}

extension RegisterColumn<Metric> {
  /// An end of the scale: of a measure that has its own, that one alone.
  static func end(
    _ name: String, _ title: String, _ field: WritableKeyPath<Metric, Double?>,
    _ end: @escaping (ClosedRange<Double>) -> Double, in context: RegisterContext
  ) -> Self {
    var column = number(name, title, field, in: context)
    let set = column.set
    column.set = { metric, text in
      var new = metric
      guard set(&new, text) else { return false }
      if let scale = metric.measure.scale, let value = new[keyPath: field], value != end(scale) {
        return false
      }
      metric = new
      return true
    }
    column.takesThere = { metric in
      metric.measure.scale.map { scale in
        tr(
          "{number}, as {measure} always has it",
          [
            "number": context.numbers.text(end(scale), decimals: 4),
            "measure": MetricWords.name(of: metric.measure),
          ])
      }
    }
    return column.onlyInForm()
  }
}

import ArgumentParser
import Foundation
import UpliftCore

/// What the columns of a table of survey answers mean.
struct SurveyOptions: ParsableArguments {
  @Flag(
    help: ArgumentHelp(
      tr(
        "INPUT is a table of survey answers, an answer a row; they are counted into readings of a metric."
      )))
  var answers = false

  @Option(
    help: ArgumentHelp(
      tr("With --answers: the metric, by title or id; with --measure the title of a new one."),
      valueName: "M"))
  var metric: String?

  @Option(
    help: ArgumentHelp(
      tr("With --metric: what a metric of that title measures, which is made when there is none."),
      valueName: "nps|csat|ces|older-ces|own"))
  var measure: Metric.Measure?

  @Option(
    help: ArgumentHelp(
      tr("With --answers: the heading of the column with the answers."), valueName: "COLUMN"))
  var score: String?

  @Option(
    help: ArgumentHelp(
      tr("With --answers: the heading of the column that says when an answer was given."),
      valueName: "COLUMN"))
  var date: String?

  @Option(
    help: ArgumentHelp(
      tr("With --answers: the heading of the column that says of which customers an answer is."),
      valueName: "COLUMN"))
  var segment: String?

  @Option(
    help: ArgumentHelp(
      tr("With --date: for how long answers are put together, by the workspace's fiscal year."),
      valueName: "month|quarter|year"))
  var by: SurveyGrain?

  @Option(
    help: ArgumentHelp(
      tr("With --date: in which order day, month and year stand; nothing: as the file tells."),
      valueName: "ymd|dmy|mdy"))
  var dayOrder: DayOrder?

  @Option(
    help: ArgumentHelp(
      tr("With --answers and without --date: the day of all answers; nothing: today."),
      valueName: "2026-11-21"))
  var day: CalendarDay?

  @Flag(
    help: ArgumentHelp(tr("With --segment: no reading of all segments together.")))
  var noTotal = false

  @Flag(
    help: ArgumentHelp(
      tr("With --answers: rows that cannot be read are left out, and counted.")))
  var skipBadRows = false

  @Flag(
    help: ArgumentHelp(
      tr(
        "With --answers: readings of the same metric, segment and period that say something else are replaced; without it they stay."
      )))
  var replace = false

  private var hasMore: Bool {
    metric != nil || score != nil || date != nil || segment != nil || by != nil
      || dayOrder != nil || day != nil || noTotal || skipBadRows || replace || measure != nil
  }

  func validate() throws {
    guard answers || !hasMore else {
      throw ValidationError(tr("--metric, --score and what belongs to them need --answers."))
    }
    guard answers else { return }
    guard metric != nil, score != nil else {
      throw ValidationError(tr("--answers needs --metric and --score."))
    }
    guard metric?.isEmpty != true else {
      throw ValidationError(tr("--metric must not be empty."))
    }
    guard date != nil || (by == nil && dayOrder == nil) else {
      throw ValidationError(tr("--by and --day-order need --date."))
    }
    guard date == nil || day == nil else {
      throw ValidationError(tr("--date and --day exclude each other."))
    }
    guard segment != nil || !noTotal else {
      throw ValidationError(tr("--no-total needs --segment."))
    }
  }
}

extension SurveyGrain: ExpressibleByArgument {}
extension DayOrder: ExpressibleByArgument {}
extension Metric.Measure: ExpressibleByArgument {
  public init?(argument: String) {
    self.init(rawValue: argument.replacingOccurrences(of: "-", with: "_"))
  }
  public static var allValueStrings: [String] {
    allCases.map { $0.rawValue.replacingOccurrences(of: "_", with: "-") }
  }
}
extension CalendarDay: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// Survey answers from a table, counted into readings as one step of the history.
struct SurveyImport {
  let options: SurveyOptions
  let source: URL
  let workspace: Workspace

  func run() throws {
    let (metric, isNew) = try metric()
    let file = try SurveyFile(source)
    let mapping = try mapping(of: file)
    let startMonth = try workspace.organisation()?.fiscalYearStart ?? 1
    let progress = ProgressLine(tr("Counting answers"))
    defer { progress.end() }
    let tally = try file.tally(mapping, of: metric, startMonth: startMonth) {
      progress.show($0)
      return true
    }
    progress.end()
    if tally.badRowCount > 0, !mapping.leavesOutBadRows {
      throw ImportError(
        .badRows(tally.badRows, count: tally.badRowCount), file: source.lastPathComponent)
    }
    try tally.requireAnswers(in: file, mapping)
    let outcome = tally.outcome(
      for: metric, existing: try workspace.readings(of: metric.id), hasTotal: mapping.hasTotal,
      replaces: mapping.replaces,
      method: tr("Answers in {file}", ["file": source.lastPathComponent]))
    if var edit = outcome.edit {
      if isNew { edit.changes.insert(.insert(metric), at: 0) }
      try workspace.perform(edit)
    }
    try Output.print(
      (isNew ? [tr("Added the metric “{title}”.", ["title": metric.title])] : []) + tally.summary
        + outcome.summary + outcome.leftInWords(of: metric, startMonth: startMonth)
        + (outcome.left.isEmpty ? [] : [tr("With --replace the file’s take their place.")])
        + Table.lines(outcome.readingsInWords(of: metric, startMonth: startMonth)))
  }

  /// The one that was named; with a measure, one that is made when none has its title.
  private func metric() throws -> (Metric, isNew: Bool) {
    let name = options.metric ?? ""
    let metrics = try workspace.records(of: .metric).compactMap { $0 as? Metric }.inOrder()
    if let measure = options.measure, UUID(uuidString: name) == nil,
      !metrics.contains(where: { $0.title == name })
    {
      let rank = Rank.between(metrics.last?.rank, nil)
      return (Metric(rank: rank, title: name, measure: measure), true)
    }
    let found = try Finder(file: workspace.url.path, kind: .metric) { $0.title }
      .find(name, in: metrics)
    guard options.measure == nil || options.measure == found.measure else {
      throw Failure(
        tr(
          "The metric “{title}” is there already and measures something else: {measure}.",
          ["title": found.title, "measure": MetricWords.name(of: found.measure)]))
    }
    return (found, false)
  }

  private func mapping(of file: SurveyFile) throws -> SurveyMapping {
    func column(_ name: String) throws -> Int {
      do {
        return try file.column(name)
      } catch {
        guard case .noColumn = error.reason else { throw error }
        throw Failure(
          tr(
            "{sentence} There are: {headings}.",
            [
              "sentence": error.sentence,
              "headings": file.headings.map { "“\($0)”" }.joined(separator: ", "),
            ]))
      }
    }
    var mapping = SurveyMapping(
      score: try column(options.score ?? ""), grain: options.by ?? .month,
      day: options.day ?? CalendarDay(Date()), hasTotal: !options.noTotal,
      leavesOutBadRows: options.skipBadRows)
    mapping.latest = CalendarDay(Date()).advanced(by: 1)
    mapping.segment = try options.segment.map(column)
    mapping.replaces = options.replace
    guard let name = options.date else { return mapping }
    let date = try column(name)
    mapping.date = date
    if let order = options.dayOrder ?? file.dayOrder(of: date) {
      mapping.order = order
    } else if let example = file.example(of: date), DayOrder.dayFirst.day(example) != nil {
      throw ImportError(
        .unclearDays(column: file.headings[date], example: example),
        file: source.lastPathComponent)
    }
    return mapping
  }
}

/// How far a long command is, on a terminal only.
final class ProgressLine {
  private let title: String
  private let isShown = isatty(STDERR_FILENO) == 1
  private var percent = -1

  init(_ title: String) { self.title = title }

  func show(_ fraction: Double) {
    let now = Int(fraction * 100)
    guard isShown, now != percent else { return }
    percent = now
    write("\r\(Output.plain(title)) \(now) %")
  }

  func end() {
    guard percent >= 0 else { return }
    percent = -1
    write("\r\u{1B}[K")
  }

  private func write(_ text: String) {
    try? FileHandle.standardError.write(contentsOf: Data(text.utf8))
  }
}

import Foundation

/// Readings have no place of their own: they stand in the order of their days.
extension Reading: Ranked {
  public var rank: Rank {
    get { Rank(day: day) }
    set {}
  }

  public func precedes(_ other: Reading) -> Bool {
    day == other.day ? id < other.id : day < other.day
  }
}

extension Rank {
  /// The later the day, the higher.
  init(day: CalendarDay) {
    let digits = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz")
    // Days of either sign, as a number of five digits, and one more that is not zero.
    var rest = max(0, min(Int(day.daysSince1970) + 400_000_000, 916_132_831))
    var text = "V"
    for _ in 0..<5 {
      text = String(digits[rest % 62]) + text
      rest /= 62
    }
    self = Rank(text) ?? .middle
  }
}

extension Reading: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Reading> {
    var register = Register<Reading>(
      name: "readings", title: tr("Readings"),
      columns: [
        .metric(in: context),
        day(in: context),
        .value(in: context),
        .answers(in: context),
        .computed(
          "interval", tr("95 % interval"), weight: 1.2,
          rule: tr("By the rule of its metric, which stands under the metric’s picture."),
          text: { reading in
            reading.isPending
              ? ""
              : context.estimate(of: reading)?.interval.map {
                tr(
                  "{low} to {high}",
                  [
                    "low": context.numbers.text($0.lowerBound, decimals: 1),
                    "high": context.numbers.text($0.upperBound, decimals: 1),
                  ])
              } ?? ""
          },
          key: { reading in
            context.estimate(of: reading)?.interval.map { .number($0.upperBound - $0.lowerBound) }
          }),
        .text("segment", tr("Segment"), weight: 1.1, \.segment),
        .reference("step", tr("Step"), weight: 1.6, \.stepID, to: .step, in: context),
        .text("method", tr("Method"), weight: 1.2, \.method),
        .day("from", tr("First day of its period"), \.periodStart, in: context).onlyInForm(),
        .counts(in: context),
      ],
      explanation: tr(
        "No reading yet. A reading is the value of a metric on a day, with the number of answers behind it."
      ),
      addTitle: tr("Add reading"), addName: .addReading,
      make: { last in
        Reading(
          metricID: last?.metricID ?? context.firstID(of: .metric), stepID: last?.stepID,
          // Without a value until somebody types one.
          day: context.today, value: 0, sampleSize: 0, method: last?.method ?? "")
      },
      recordName: { reading in
        [
          context.title(of: EntityReference(.metric, reading.metricID)),
          reading.stepID.flatMap { context.title(of: EntityReference(.step, $0)) },
          reading.segment, reading.day.description,
        ].compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " · ")
      })
    register.owner = RegisterOwner(.metric, column: "metric", in: context)
    return register
  }

  private var ownDay: CalendarDay? {
    get { day }
    set { day = newValue ?? day }
  }

  /// There is no reading without a day.
  private static func day(in context: RegisterContext) -> RegisterColumn<Reading> {
    var column: RegisterColumn<Reading> = .day("day", tr("Day"), \.ownDay, in: context)
    let set = column.set
    column.set = { reading, text in text.isBlank ? false : set(&reading, text) }
    return column
  }
}

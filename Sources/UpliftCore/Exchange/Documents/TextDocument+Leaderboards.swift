import Foundation

extension TextDocument {
  /// The leaderboards of Customer Champions, for an intranet: who was named, who names, which
  /// teams, and whether the same three take most.
  ///
  /// - Parameter period: what the days are called.
  public init(_ boards: Leaderboards, period: String) {
    self.init(title: tr("Customer Champions: {period}", ["period": period]))
    blocks.append(.heading(1, title))
    if let days = boards.period {
      blocks.append(
        .paragraph(
          tr(
            "{first} – {last}",
            [
              "first": DayFormat.local.text(days.lowerBound),
              "last": DayFormat.local.text(days.upperBound),
            ])))
    }
    for (title, table) in Self.tables(boards) where !table.rows.isEmpty {
      blocks.append(.heading(2, title))
      blocks.append(.grid(table))
    }
    if boards.n == 0 { blocks.append(.paragraph(tr("Nobody was named yet."))) }
    blocks.append(
      .rule(
        [
          boards.n > 0
            ? tr(
              "The first three have {share} of the accolades.",
              ["share": boards.receivers.topThree.text]) : "",
          Leaderboards.rule,
        ].filter { !$0.isEmpty }.joined(separator: " ")))
  }

  private static func tables(_ boards: Leaderboards) -> [(String, Grid)] {
    [
      (tr("Who was named"), boards.receivers), (tr("Who names others"), boards.givers),
      (tr("Teams"), boards.teams),
    ].map { title, board in
      (
        title,
        Grid(
          "",
          [
            .init(tr("Place"), weight: 0.5, isFigure: true), .init(tr("Name"), weight: 3),
            .init(tr("Accolades"), isFigure: true),
          ], board.entries.map { [String($0.place), $0.name, String($0.count)] })
      )
    }
  }

  /// All three in one table.
  public static func table(_ boards: Leaderboards) -> Grid {
    Grid(
      "", [.init(tr("List")), .init(tr("Place")), .init(tr("Name")), .init(tr("Accolades"))],
      tables(boards).flatMap { title, table in table.rows.map { [title] + $0 } })
  }

  /// An update as it is said, for an intranet.
  ///
  /// - Parameter audiences: to whom.
  public init(_ message: Message, audiences: [String]) {
    let own = message.title.isBlank ? tr("Update") : message.title
    self.init(title: own)
    blocks.append(.heading(1, own))
    let facts = [
      (tr("For"), listed(audiences)), (tr("From"), message.messenger),
      (tr("Written by"), message.author),
      (tr("Day"), message.day.map(DayFormat.local.text) ?? ""),
      (tr("Channel"), message.channel),
    ].filter { !$0.1.isBlank }.map { Fact(name: $0.0, value: $0.1) }
    for text in message.text.components(separatedBy: "\n") where !text.isBlank {
      blocks.append(.paragraph(text))
    }
    if !facts.isEmpty { blocks.append(.facts(facts)) }
  }
}

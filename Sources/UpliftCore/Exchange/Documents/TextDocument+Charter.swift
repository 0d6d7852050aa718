import Foundation

extension TextDocument {
  /// A group's charter: what it is for, who is in it, how it is balanced. Nil when there is no such
  /// group.
  ///
  /// - Parameter today: the day for which it is warned of terms that end.
  public init?(
    charterOf groupID: UUID, in contents: WorkspaceContents,
    on today: CalendarDay = CalendarDay(Date())
  ) {
    guard let group = contents.advisoryGroups.first(where: { $0.id == groupID }) else { return nil }
    self.init(title: group.title)
    letterhead = Letterhead(of: contents)
    addHeading(1, group.title.isEmpty ? GroupWords.name(of: group.groupKind) : group.title)
    blocks.append(
      .rule(
        [tr("Charter"), GroupWords.name(of: group.groupKind), contents.workspace.title]
          .filter { !$0.isEmpty }.joined(separator: " · ")))
    let days = DayFormat.local
    addFacts([
      (tr("Purpose"), group.purpose), (tr("Scope"), group.scope),
      (tr("Limits of authority"), group.limitsOfAuthority), (tr("Cadence"), group.cadence),
      (tr("Term"), group.term), (tr("Term ends"), group.termEnd.map(days.text) ?? ""),
      (tr("Review"), group.reviewDate.map(days.text) ?? ""),
    ])
    let members = contents.members.filter { $0.groupID == groupID }.current(on: today).inOrder()
    let balance = GroupBalance(
      group: group, members: members, departments: contents.departments.inOrder())
    addMembers(members, days)
    addBalance(balance)
    let warnings = GroupWarnings(of: group, in: contents, on: today, format: days)
    guard !warnings.isEmpty else { return }
    addHeading(2, tr("What to think about"))
    addWarnings(warnings, days)
  }

  /// As on the group's page: those that stand, and those that were put aside with their reasons.
  mutating func addWarnings(_ warnings: GroupWarnings, _ days: DayFormat) {
    guard !warnings.isEmpty else { return }
    let standing = warnings.standing.map { Item(text: $0.sentence, remark: $0.rule) }
    let putAside = warnings.putAside.map { entry in
      Item(
        text: tr("Put aside: {warning}", ["warning": entry.warning.sentence]),
        remark: [entry.dismissal.reason.singleLine, entry.dismissal.day.map(days.text) ?? ""]
          .filter { !$0.isEmpty }.joined(separator: " · "))
    }
    blocks.append(.list(standing + putAside))
  }

  private mutating func addMembers(_ members: [Member], _ days: DayFormat) {
    guard !members.isEmpty else { return }
    addHeading(2, tr("Members"))
    let fields = MemberField.allCases.filter { field in
      field == .name || members.contains { !$0.text(field, days).isEmpty }
    }
    blocks.append(
      .grid(
        Grid(
          "",
          fields.map { Grid.Column(GroupWords.name(of: $0), weight: $0 == .name ? 1.5 : 1) },
          members.map { member in fields.map { member.text($0, days) } })))
  }

  private mutating func addBalance(_ balance: GroupBalance) {
    guard !balance.functions.isEmpty else { return }
    addHeading(2, tr("Function × level"))
    func name(_ text: String) -> String { text.isEmpty ? tr("not noted") : text }
    blocks.append(
      .grid(
        Grid(
          "",
          [Grid.Column(tr("Function"), weight: 2)]
            + balance.levels.map { Grid.Column(name($0), isFigure: true) }
            + [Grid.Column(tr("All"), isFigure: true)],
          balance.functions.map { function in
            [name(function.name)] + function.counts.map { $0 == 0 ? "–" : String($0) }
              + [function.total == 0 ? tr("nobody") : String(function.total)]
          })))
    // What wants a thought follows by itself.
    if balance.isUsualSize { blocks.append(.paragraph(balance.sizeSentence)) }
  }
}

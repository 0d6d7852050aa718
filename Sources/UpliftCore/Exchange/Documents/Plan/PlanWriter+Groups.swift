import Foundation

/// Advisory groups: who they are, what they asked for, what became of it.
extension PlanWriter {
  mutating func addGroups() {
    let groups = contents.advisoryGroups.inOrder()
    for group in groups { add(group) }
    addBalance(of: groups.filter { group in contents.members.contains { $0.groupID == group.id } })
    addUnasked()
  }

  /// What touches customers and has no customer voice behind it.
  private mutating func addUnasked() {
    let voice = CustomerVoice(contents)
    guard voice.opportunityCount > 0 || voice.initiativeCount > 0 else { return }
    heading(
      3, voice.isEmpty ? tr("Customers were asked") : tr("Customers were not asked"))
    paragraph(voice.count)
    grid(
      "",
      [
        .init(tr("What touches customers"), weight: 3), .init(tr("Map or state"), weight: 2),
        .init(tr("Step or owner"), weight: 1.5),
      ],
      (voice.opportunities.isEmpty ? [] : [[tr("Opportunities")]])
        + voice.opportunities.map {
          [$0.text.singleLine, $0.mapTitle.singleLine, $0.stepTitle.singleLine]
        }
        + (voice.initiatives.isEmpty ? [] : [[tr("Initiatives")]])
        + voice.initiatives.map { [$0.title.singleLine, $0.status.title, $0.owner.singleLine] },
      isDense: true)
    rule(CustomerVoice.rule)
  }

  /// Who sits in them, side by side.
  private mutating func addBalance(of groups: [AdvisoryGroup]) {
    guard !groups.isEmpty else { return }
    heading(3, tr("Functions and levels"))
    for group in groups {
      picture(
        .balance(group: group.id),
        caption: group.title.isEmpty ? GroupWords.name(of: group.groupKind) : group.title,
        isNarrow: true)
    }
  }

  private mutating func add(_ group: AdvisoryGroup) {
    let kind = GroupWords.name(of: group.groupKind)
    heading(3, group.title.isEmpty ? kind : group.title)
    let members = contents.members.filter { $0.groupID == group.id }.current(on: today).inOrder()
    document.addFacts([
      (tr("Kind"), kind), (tr("Purpose"), group.purpose), (tr("Scope"), group.scope),
      (tr("Limits of authority"), group.limitsOfAuthority), (tr("Cadence"), group.cadence),
      (tr("Term"), group.term), (tr("Term ends"), day(group.termEnd)),
      (tr("Review"), day(group.reviewDate)),
      (tr("Members"), members.map(\.name).filter { !$0.isEmpty }.joined(separator: ", ")),
    ])
    let balance = GroupBalance(
      group: group, members: members, departments: contents.departments.inOrder())
    // Another size is one of the warnings.
    if !members.isEmpty, balance.isUsualSize { paragraph(balance.sizeSentence) }
    document.addWarnings(
      GroupWarnings(of: group, in: contents, on: today, format: days), days)
    let recommendations = contents.recommendations.filter { $0.groupID == group.id }.inOrder()
    guard !recommendations.isEmpty else { return }
    heading(4, tr("Recommendations and answers"))
    let answered = recommendations.count { $0.answer != nil }
    let told = recommendations.count { $0.toldOn != nil }
    paragraph(
      tr(
        "{count} recommendations: {answered} answered, and of {told} the group was told.",
        ["count": recommendations.count, "answered": answered, "told": told]))
    let columns: [TextDocument.Grid.Column] = [
      .init(tr("Recommendation"), weight: 4), .init(tr("Owner"), weight: 1.5),
      .init(tr("Asked at"), weight: 2), .init(tr("Answer"), weight: 2),
      .init(tr("Due"), weight: 1.2), .init(tr("State"), weight: 1.6),
    ]
    grid(
      "", columns,
      recommendations.map { item in
        let answer = item.answer.map { GroupWords.name(of: $0) } ?? tr("not yet")
        return [
          item.text, item.owner, occasion(of: item),
          item.reason.isEmpty ? answer : "\(answer): \(item.reason)", day(item.due),
          GroupWords.state(of: item, on: today, days),
        ]
      })
  }

  /// When a recommendation was asked for, and at which meeting: "2026-10-12 · Why do returns hurt?".
  private func occasion(of recommendation: Recommendation) -> String {
    let asked = day(recommendation.askedOn)
    guard let meeting = contents.meetings.first(where: { $0.id == recommendation.meetingID })
    else { return asked }
    let title = registers.title(of: EntityReference(.meeting, meeting.id)) ?? ""
    return [recommendation.askedOn == meeting.day ? "" : asked, title]
      .filter { !$0.isEmpty }.joined(separator: "; ")
  }
}

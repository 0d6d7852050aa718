import Foundation
import UpliftCore

/// What a group asked for, as `outline` shows it. The property names are the keys of the JSON.
struct RecommendationEntry: Encodable {
  var answer: Recommendation.Answer?
  var askedOn: CalendarDay?
  var doneOn: CalendarDay?
  var due: CalendarDay?
  @ListedID var id: UUID
  /// Whether something is still owed to the group: it is open, or nobody has told the group the end.
  var isOwed: Bool
  var meeting: String?
  var owner: String
  var reason: String
  var text: String
  var toldOn: CalendarDay?

  init(_ recommendation: Recommendation, in group: GroupContents) {
    answer = recommendation.answer
    askedOn = recommendation.askedOn
    doneOn = recommendation.doneOn
    due = recommendation.due
    id = recommendation.id
    isOwed = recommendation.isOwed
    meeting = group.meetings.first { $0.id == recommendation.meetingID }?.title
    owner = recommendation.owner
    reason = recommendation.reason
    text = recommendation.text
    toldOn = recommendation.toldOn
  }

  /// "Label in every parcel (Fulfilment; accepted; asked on 2026-10-12; due 2027-02-26)".
  var line: String {
    var facts = owner.isEmpty ? [] : [owner]
    facts.append(answer.map(Self.name) ?? tr("not answered"))
    if !reason.isEmpty { facts.append(reason) }
    if let askedOn { facts.append(tr("asked on {day}", ["day": askedOn])) }
    if let due, doneOn == nil { facts.append(tr("due {day}", ["day": due])) }
    if let doneOn { facts.append(tr("done on {day}", ["day": doneOn])) }
    if let toldOn { facts.append(tr("told on {day}", ["day": toldOn])) }
    return "\(text) (\(facts.joined(separator: "; ")))"
  }

  private static func name(_ answer: Recommendation.Answer) -> String {
    switch answer {
    case .accepted: tr("accepted")
    case .declined: tr("declined")
    case .askedForDate: tr("asked for a date")
    }
  }
}

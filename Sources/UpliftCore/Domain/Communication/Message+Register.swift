import Foundation

extension Message: RegisterRecord {
  public static func register(in context: RegisterContext) -> Register<Message> {
    Register(
      name: "messages", title: tr("Messages"),
      columns: [
        .text("message", tr("Message"), weight: 2.4, grows: true, \.title),
        .longText("text", tr("As it is said"), \.text).onlyInForm(),
        .assigned("audiences", tr("Audiences"), to: .audience, in: context) {
          MessageAudience(messageID: $0, audienceID: $1)
        },
        .text("channel", tr("Channel"), weight: 1.2, \.channel),
        .person("author", tr("Author"), \.author, in: context),
        .person("messenger", tr("Messenger"), \.messenger, in: context),
        .day("day", tr("Day"), \.day, in: context),
        .choice("cadence", tr("Cadence"), \.cadence) {
          [(nil, "")] + MeetingSeries.Cadence.allCases.map { ($0, GroupWords.name(of: $0)) }
        },
        .day("until", tr("Until"), \.untilDay, in: context),
        .choice("status", tr("Status"), \.status) { Status.allCases.map { ($0, $0.title) } },
        .reference("initiative", tr("Initiative"), \.initiativeID, to: .initiative, in: context),
      ],
      views: [(tr("Not sent"), { $0.status != .sent }), (tr("All"), { _ in true })],
      explanation: tr(
        "No message yet. Plan who is told what, by whom, where and when, before a change reaches them."
      ),
      addTitle: tr("Add message"), addName: .addMessage,
      make: { Message(rank: .between($0?.rank, nil)) },
      recordName: \.title)
  }
}

extension Message.Status {
  /// In the language of the program.
  public var title: String {
    switch self {
    case .idea: tr("idea")
    case .drafted: tr("drafted")
    case .agreed: tr("agreed")
    case .sent: tr("sent")
    }
  }
}

import Foundation
import Testing

@testable import UpliftCore

@Suite struct AttentionTests {
  private let today = day("2026-11-21")

  private func contents() -> WorkspaceContents {
    WorkspaceContents(
      workspace: WorkspaceInfo(title: "W", createdAt: Instant(milliseconds: 0)))
  }

  @Test func nothingNeedsNobody() {
    let attention = Attention(contents(), today: today)
    #expect(attention.items.isEmpty && attention.n == 0)
  }

  @Test func promisesComeFirstAndTheLatestOfThem() {
    var contents = contents()
    let places = ranks(5)
    contents.promises = [
      Promise(rank: places[0], title: "yesterday", due: day("2026-11-20")),
      Promise(rank: places[1], title: "last month", due: day("2026-10-21")),
      Promise(rank: places[2], title: "in a week", due: day("2026-11-28")),
      Promise(rank: places[3], title: "in eight days", due: day("2026-11-29")),
      Promise(rank: places[4], title: "kept", due: day("2026-10-21"), outcome: .kept),
    ]
    contents.barriers = [
      Barrier(rank: places[0], title: "stuck", openedOn: day("2026-11-11")),
      Barrier(rank: places[1], title: "managed", manager: "Jo"),
    ]
    let attention = Attention(contents, today: today)
    #expect(
      attention.items.map(\.title) == ["last month", "yesterday", "stuck", "in a week"])
    #expect(attention.items.map(\.daysLate) == [31, 1, 10, -7])
    #expect(
      attention.items.map(\.reason) == [
        "Its day was 31 days ago.", "Its day was 1 day ago.",
        "It is open for 10 days, and no manager clears it.", "Its day is in 7 days.",
      ])
    #expect(attention.items[0].reference == contents.promises[1].reference)
    #expect(attention.items(.promiseDue).count == 1)
  }

  @Test func groupsAreOwedAnAnswer() {
    let group = UUID()
    let places = ranks(6)
    var all = places.map { Recommendation(groupID: group, rank: $0, text: "") }
    all[0].askedOn = day("2026-11-01")
    (all[1].answer, all[1].due) = (.accepted, day("2026-11-20"))
    (all[2].answer, all[2].due) = (.accepted, day("2026-11-21"))
    all[3].answer = .declined
    (all[4].answer, all[4].doneOn, all[4].toldOn) = (.accepted, today, today)
    all[5].answer = .askedForDate
    let items = Attention.recommendations(all, today)
    #expect(items.map(\.reference) == [0, 1, 3, 5].map { all[$0].reference })
    #expect(items[0].reason == "Nobody has answered it for 20 days.")
  }

  @Test func termsReviewsMessagesAndDialogues() {
    var contents = contents()
    let places = ranks(3)
    let group = AdvisoryGroup(
      rank: .middle, kind: .employeeAdvisoryGroup, title: "G", reviewDate: today)
    contents.advisoryGroups = [group]
    contents.members = zip(places, ["2027-01-20", "2027-01-21", "2026-11-01"]).map {
      Member(groupID: group.id, rank: $0, name: $1, termEnd: day($1))
    }
    contents.messages = [
      Message(rank: places[0], title: "late", day: day("2026-11-01"), status: .agreed),
      Message(rank: places[1], title: "sent", day: day("2026-11-01"), status: .sent),
    ]
    contents.customers = [
      Customer(rank: places[0], name: "quiet", isKey: true),
      Customer(rank: places[2], name: "never", isKey: true),
      Customer(rank: places[1], name: "not key"),
    ]
    contents.dialogues = [
      Dialogue(rank: .middle, day: day("2026-08-01"), customerID: contents.customers[0].id)
    ]
    contents.milestones = [Milestone(rank: .middle, title: "M", due: day("2026-11-20"))]
    let attention = Attention(contents, today: today)
    #expect(
      attention.items.map(\.matter) == [
        .lateMilestone, .dialogueOverdue, .dialogueOverdue, .messageDue, .termEnding, .termEnding,
        .reviewDue,
      ])
    #expect(attention.items(.dialogueOverdue).map(\.title) == ["never", "quiet"])
    #expect(attention.items(.dialogueOverdue).map(\.daysLate) == [nil, 22])
    #expect(attention.items(.termEnding).map(\.title) == ["2026-11-01", "2027-01-20"])
  }

  @Test func aMessageIsForItsMessengerElseForItsAuthor() {
    let places = ranks(3)
    let messages = [
      Message(
        rank: places[0], title: "both", author: "Anneke", messenger: "Greta",
        day: day("2026-11-01")),
      Message(
        rank: places[1], title: "written", author: "Anneke", messenger: " ",
        day: day("2026-11-01")),
      Message(rank: places[2], title: "neither", day: day("2026-11-01")),
    ]
    #expect(Attention.messages(messages, today).map(\.who) == ["Greta", "Anneke", ""])
  }

  @Test func targetsAndWorkAndDecisions() {
    var contents = contents()
    let places = ranks(3)
    let low = Metric(rank: places[0], title: "low", target: 80)
    let high = Metric(rank: places[1], title: "high", target: 80)
    contents.metrics = [low, high]
    contents.readings = ["2026-08-31", "2026-09-30", "2026-10-31"].flatMap {
      [
        Reading(metricID: low.id, day: day($0), value: 70),
        Reading(metricID: high.id, day: day($0), value: 85),
      ]
    }
    // What is still to come says nothing yet.
    contents.readings.append(Reading(metricID: low.id, day: day("2026-12-31"), value: 99))
    contents.decisions = [Decision(rank: .middle, title: "D")]
    let begun = Initiative(
      rank: places[0], title: "begun", endDay: day("2026-11-20"), status: .running)
    let done = Initiative(rank: places[1], title: "done", status: .done)
    contents.initiatives = [
      begun, done, Initiative(rank: places[2], title: "held", status: .held, heldForID: done.id),
    ]
    contents.resourceNeeds = [
      ResourceNeed(initiativeID: begun.id, rank: .middle, title: "A clerk", askedPeople: 1)
    ]
    let audience = Audience(rank: .middle, title: "Stores")
    contents.audiences = [audience]
    contents.initiativeAudiences = [
      InitiativeAudience(initiativeID: begun.id, audienceID: audience.id)
    ]
    let training = Training(rank: .middle, title: "T", doneOn: day("2026-10-01"))
    contents.trainings = [training]
    let attention = Attention(contents, today: today)
    #expect(
      attention.items.map(\.matter) == [
        .untoldAudience, .lateInitiative, .unmetNeed, .followUpDue, .targetNotMet, .targetToRaise,
        .workMayResume, .unclearDecision,
      ])
    #expect(attention.items(.unmetNeed).first?.reason.contains("A clerk") == true)
    #expect(attention.items(.targetNotMet).map(\.reason) == ["It is 70; the target is 80."])
    #expect(attention.items.allSatisfy { !$0.reason.isEmpty })
  }

  @Test func customersMayLeaveOrHaveGoneQuiet() {
    var contents = contents()
    let places = ranks(3)
    contents.customers = [
      Customer(rank: places[0], name: "angry", owner: "Jo"),
      Customer(rank: places[1], name: "quiet"),
      Customer(rank: places[2], name: "new"),
    ]
    contents.dialogues = [
      Dialogue(
        rank: places[0], day: day("2026-11-11"), risk: .high,
        customerID: contents.customers[0].id),
      Dialogue(rank: places[1], day: day("2026-08-01"), customerID: contents.customers[1].id),
    ]
    let items = Attention(contents, today: today).items
    #expect(items.map(\.matter) == [.customerAtRisk, .customerQuiet])
    #expect(items.map(\.title) == ["angry", "quiet"])
    #expect(items.map(\.daysLate) == [10, 22])
    #expect(items.map(\.who) == ["Jo", ""])
  }

  @Test func eachSaysWhoWhyAndHowOld() {
    var contents = contents()
    let places = ranks(3)
    contents.promises = [
      Promise(rank: places[0], title: "a", owner: "Jo", due: day("2026-11-20")),
      Promise(rank: places[1], title: "b", due: day("2026-11-21")),
      Promise(rank: places[2], title: "c", due: day("2026-11-23")),
    ]
    let group = UUID()
    contents.recommendations = [
      Recommendation(
        groupID: group, rank: places[0], text: "r", owner: "IT", askedOn: day("2026-11-11"))
    ]
    let items = Attention(contents, today: today).items
    #expect(
      items.map(\.title) == ["a", "r", "c", "b"] || items.map(\.title) == ["a", "r", "b", "c"])
    #expect(items.map(\.age).sorted() == ["1 day", "10 days", "in 2 days", "today"])
    #expect(items.first?.who == "Jo" && items[1].who == "IT")
    #expect(Attention.Matter.allCases.allSatisfy { !$0.rule.isEmpty && !$0.title.isEmpty })
    #expect(Attention.Matter.latePromise < .recommendationOwed)
    #expect(Set(Attention.Matter.allCases.map(\.rawValue)).count == Attention.Matter.allCases.count)
  }
}

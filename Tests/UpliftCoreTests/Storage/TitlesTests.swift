import Foundation
import Testing

@testable import UpliftCore

/// What is read of records to name them, compared with the records themselves.
@Suite struct TitlesTests {
  let folder: TemporaryFolder
  let contents: WorkspaceContents
  let workspace: Workspace

  init() throws {
    folder = try TemporaryFolder()
    contents = try Template.named(Template.sampleName, in: .current).contents(title: "")
    workspace = try Workspace.create(at: folder.file("a.uplift"), contents: contents)
  }

  @Test func titlesThatAreReadAloneAreThoseOfTheRecords() throws {
    let context = RegisterContext(contents)
    for kind in EntityKind.allCases {
      let known = context.entries(of: kind)
      // Cards stand on maps, in no order of their own among all.
      let isOrdered = ![.card, .note].contains(kind)
      let read = try workspace.registerEntries(of: kind)
      let told = [.card, .note, .cluster].contains(kind) ? read : read.toldApart()
      if isOrdered {
        #expect(told == known, "\(kind)")
      } else {
        #expect(Set(told.map(\.reference)) == Set(known.map(\.reference)), "\(kind)")
      }
    }
  }

  @Test func namesThatAreReadAloneAreThoseOfTheRecords() throws {
    #expect(Set(try workspace.people()) == Set(contents.people))
  }

  @Test func recordsOfOneOwnerAreReadAlone() throws {
    let all = try workspace.registered(FollowUp.self)
    let owners = Set(all.map(\.trainingID))
    #expect(owners.count > 1)
    for id in owners {
      #expect(
        try workspace.registered(FollowUp.self, where: "trainingID", is: id)
          == all.filter { $0.trainingID == id })
    }
  }

  @Test func aFollowUpIsDueAsAmongAllOthers() throws {
    let context = workspace.registerContext()
    let all = context.followUps.items.compactMap { item in item.followUp.map { ($0, item) } }
    #expect(!all.isEmpty)
    for (followUp, item) in all { #expect(context.due(followUp) == item) }
  }
}

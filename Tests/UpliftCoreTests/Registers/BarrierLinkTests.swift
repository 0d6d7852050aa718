import Foundation
import Testing

@testable import UpliftCore

/// A barrier belongs to the initiative whose name says what it is in the way of.
@Suite struct BarrierLinkTests {
  private func set(
    _ texts: [String], among titles: [String], initially: Int? = nil
  ) throws -> (barrier: Barrier, initiatives: [Initiative]) {
    var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Test"))
    contents.initiatives = zip(titles, Rank.spread(titles.count)).map {
      Initiative(rank: $1, title: $0)
    }
    let column = try #require(
      Barrier.register(in: RegisterContext(contents)).column("in the way of"))
    var barrier = Barrier(rank: .middle, title: "No hour for it")
    barrier.initiativeID = initially.map { contents.initiatives[$0].id }
    for text in texts { #expect(column.set(&barrier, text)) }
    return (barrier, contents.initiatives)
  }

  @Test func theNameOfJustOneInitiativeLinksIt() throws {
    let one = try set(["scan at  the gate"], among: ["Labels", "Scan at the gate"])
    #expect(one.barrier.initiativeID == one.initiatives[1].id)
    #expect(one.barrier.inTheWayOf == "scan at  the gate")
    let none = try set(["Scan"], among: ["Labels", "Scan at the gate"])
    #expect(none.barrier.initiativeID == nil)
    let two = try set(["Labels"], among: ["Labels", "labels"])
    #expect(two.barrier.initiativeID == nil)
  }

  @Test func whatWasNamedIsLetGoWithItsName() throws {
    let typed = try set(
      ["Scan", "Scan at", "Scan at the gate"], among: ["Scan", "Scan at the gate"])
    #expect(typed.barrier.initiativeID == typed.initiatives[1].id)
    let gone = try set(["Scan", "Scanners"], among: ["Scan"])
    #expect(gone.barrier.initiativeID == nil)
  }

  @Test func whatSomebodyHasChosenStays() throws {
    let chosen = try set(["The gate", "Labels"], among: ["Scan", "Labels"], initially: 0)
    #expect(chosen.barrier.initiativeID == chosen.initiatives[0].id)
  }
}

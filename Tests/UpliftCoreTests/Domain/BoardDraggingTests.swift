import Foundation
import Testing
import UpliftCore

/// Drops on a board against a board of plain lists.
@Suite struct BoardDraggingTests {
  /// A board as anybody would write it on paper: columns of lists of lists. A cluster has a title.
  struct Paper: Equatable {
    struct Entry: Equatable {
      /// Nil: a loose note.
      var cluster: UUID?
      var notes: [UUID]
      var id: UUID { cluster ?? notes[0] }
    }

    var columns: [[Entry]]

    init(_ board: BoardContents) {
      columns = board.columns.map { column in
        (board.entries[column.id] ?? []).map { entry in
          switch entry {
          case .note(let id): Entry(cluster: nil, notes: [id])
          case .cluster(let id): Entry(cluster: id, notes: board.clusterNotes[id] ?? [])
          }
        }
      }
    }

    /// Takes out what is chosen, in order; a note goes with its chosen cluster.
    mutating func take(_ chosen: Set<UUID>, keeps: (UUID) -> Bool) -> [Entry] {
      var taken: [Entry] = []
      for column in columns.indices {
        var rest: [Entry] = []
        for var entry in columns[column] {
          if chosen.contains(entry.id) {
            taken.append(entry)
            continue
          }
          if let cluster = entry.cluster {
            let leaving = entry.notes.filter(chosen.contains)
            taken += leaving.map { Entry(cluster: nil, notes: [$0]) }
            entry.notes.removeAll(where: chosen.contains)
            if entry.notes.isEmpty, !leaving.isEmpty, !keeps(cluster) { continue }
          }
          rest.append(entry)
        }
        columns[column] = rest
      }
      return taken
    }
  }

  struct Dice {
    var state: UInt64
    mutating func roll(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(max(1, count)))
    }
    mutating func pick<Element>(_ list: [Element]) -> Element? {
      list.isEmpty ? nil : list[roll(list.count)]
    }
  }

  private func board(_ dice: inout Dice) -> BoardContents {
    let board = Board(groupID: UUID(), rank: .middle, title: "Why?")
    let columns = Rank.spread(3).map { BoardColumn(boardID: board.id, rank: $0, title: "c") }
    var clusters: [Cluster] = []
    var notes: [Note] = []
    var votes: [Vote] = []
    for column in columns {
      for rank in Rank.spread(2 + dice.roll(6)) {
        if dice.roll(3) > 0 {
          notes.append(Note(columnID: column.id, rank: rank, text: "\(notes.count)"))
          continue
        }
        let cluster = Cluster(
          columnID: column.id, rank: rank, title: dice.roll(2) == 0 ? "" : "both")
        clusters.append(cluster)
        if dice.roll(3) == 0 { votes.append(Vote(clusterID: cluster.id)) }
        for inner in Rank.spread(1 + dice.roll(3)) {
          notes.append(
            Note(
              columnID: column.id, clusterID: cluster.id, rank: inner, text: "\(notes.count)"))
        }
      }
    }
    return BoardContents(
      board: board, columns: columns, clusters: clusters, notes: notes, votes: votes)
  }

  private func isKept(_ id: UUID, _ board: BoardContents) -> Bool {
    board.clusters[id]?.title.isEmpty == false
      || board.votes.values.contains { $0.clusterID == id }
  }

  @Test(arguments: 1...400) func dropsAreAsOnPaper(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 7919)
    var now = board(&dice)
    for _ in 0..<12 {
      let paper = Paper(now)
      let all =
        now.notes.values.map(\.reference) + now.clusters.values.map(\.reference)
      let sorted = all.sorted { $0.id < $1.id }
      var chosen: Set<EntityReference> = []
      for _ in 0...dice.roll(3) { if let one = dice.pick(sorted) { chosen.insert(one) } }
      let ids = Set(chosen.map(\.id))
      var expected = paper
      let taken = expected.take(ids) { isKept($0, now) }
      let column = dice.roll(3)
      let columnID = now.columns[column].id
      let target: BoardDropTarget
      let onlyNotes = taken.allSatisfy { $0.cluster == nil }
      let loose = expected.columns[column].filter { $0.cluster == nil }
      let clusters = expected.columns[column].filter { $0.cluster != nil }
      var madeFrom: UUID?
      if onlyNotes, dice.roll(3) == 0, let note = dice.pick(loose) {
        target = .note(note.id)
        madeFrom = note.id
      } else if onlyNotes, dice.roll(3) == 0, let cluster = dice.pick(clusters) {
        let place = dice.roll(cluster.notes.count + 1)
        let before = place < cluster.notes.count ? cluster.notes[place] : nil
        target = .cluster(cluster.id, before: before)
        let index = try #require(expected.columns[column].firstIndex { $0.id == cluster.id })
        expected.columns[column][index].notes.insert(
          contentsOf: taken.flatMap(\.notes), at: place)
      } else {
        let place = dice.roll(expected.columns[column].count + 1)
        let before =
          place < expected.columns[column].count ? expected.columns[column][place].id : nil
        target = .column(columnID, before: before)
        expected.columns[column].insert(contentsOf: taken, at: place)
      }
      let placement = now.dropping(
        .entries(chosen.sorted { $0.id < $1.id }), on: target)
      if let placement {
        let isKnown = now.apply(WorkspaceChange(of: placement.edit))
        #expect(isKnown)
      }
      if let madeFrom {
        let cluster = try #require(now.notes[madeFrom]?.clusterID)
        let index = try #require(expected.columns[column].firstIndex { $0.id == madeFrom })
        expected.columns[column][index] = Paper.Entry(
          cluster: cluster, notes: [madeFrom] + taken.flatMap(\.notes))
      }
      // A cluster that had been emptied before this drop, and was kept, may still be the target.
      #expect(Paper(now) == expected)
      for note in now.notes.values {
        guard let cluster = note.clusterID else { continue }
        #expect(now.clusters[cluster]?.columnID == note.columnID)
      }
    }
  }

  @Test(arguments: 1...200) func nothingIsLostByClustersMadeAndTakenApart(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 104_729)
    var now = board(&dice)
    let texts = now.notes.values.map(\.text).sorted()
    for _ in 0..<10 {
      let all = (now.notes.values.map(\.reference) + now.clusters.values.map(\.reference))
        .sorted { $0.id < $1.id }
      var chosen: Set<EntityReference> = []
      for _ in 0...dice.roll(4) { if let one = dice.pick(all) { chosen.insert(one) } }
      let list = chosen.sorted { $0.id < $1.id }
      if dice.roll(2) == 0 {
        let current = dice.pick(list)
        guard let made = now.clustering(list, current: current) else { continue }
        let isKnown = now.apply(WorkspaceChange(of: made.edit))
        #expect(isKnown)
        let cluster = try #require(made.references.first)
        for reference in list where reference.kind == .note {
          #expect(now.notes[reference.id]?.clusterID == cluster.id)
        }
        if let current, current.kind == .cluster { #expect(cluster == current) }
      } else if let apart = now.dissolving(list) {
        let isKnown = now.apply(WorkspaceChange(of: apart.edit))
        #expect(isKnown)
        for reference in list where reference.kind == .cluster {
          #expect(now.clusters[reference.id] == nil)
        }
      }
      #expect(now.notes.values.map(\.text).sorted() == texts)
      #expect(Paper(now).columns.flatMap { $0 }.flatMap(\.notes).count == texts.count)
    }
  }

  @Test func copiesHaveNoVotesAndStayHidden() throws {
    var dice = Dice(state: 5)
    var now = board(&dice)
    let cluster = try #require(now.clusters.values.first)
    var hidden = try #require(now.clusterNotes[cluster.id]?.first.flatMap { now.notes[$0] })
    hidden.isPrivate = true
    _ = now.apply(
      WorkspaceChange(upserts: [hidden, Vote(noteID: hidden.id), Vote(clusterID: cluster.id)]))
    let votes = now.votes.count
    let before = now.notes.count
    let placement = try #require(now.duplicating(entries: [cluster.reference]))
    _ = now.apply(WorkspaceChange(of: placement.edit))
    let copy = try #require(placement.references.first)
    #expect(now.votes.count == votes)
    #expect(now.notes.count == before + (now.clusterNotes[cluster.id]?.count ?? 0))
    let first = try #require(now.clusterNotes[copy.id]?.first)
    #expect(now.notes[first]?.isPrivate == true)
    #expect(now.duplicating([hidden.id]).notes.first?.isPrivate == true)
  }

  @Test func columnsChangePlaces() throws {
    var dice = Dice(state: 9)
    var now = board(&dice)
    let ids = now.columns.map(\.id)
    let placement = try #require(
      now.dropping(.columns([ids[0]]), on: .columns(before: nil)))
    _ = now.apply(WorkspaceChange(of: placement.edit))
    #expect(now.columns.map(\.id) == [ids[1], ids[2], ids[0]])
    #expect(now.dropping(.columns([ids[0]]), on: .columns(before: nil)) == nil)
  }

  @Test(arguments: 1...200) func severalMoveTogetherAndKeepTheirOrder(seed: Int) throws {
    var dice = Dice(state: UInt64(seed) &* 15_485_863)
    var now = board(&dice)
    for _ in 0..<12 {
      let all = (now.notes.values.map(\.reference) + now.clusters.values.map(\.reference))
        .sorted { $0.id < $1.id }
      var chosen: Set<EntityReference> = []
      for _ in 0...dice.roll(4) { if let one = dice.pick(all) { chosen.insert(one) } }
      let direction = [Direction.up, .down, .forward, .backward][dice.roll(4)]
      let before = Paper(now)
      guard let edit = now.moving(entries: chosen.sorted { $0.id < $1.id }, direction) else {
        continue
      }
      let isKnown = now.apply(WorkspaceChange(of: edit))
      #expect(isKnown)
      let after = Paper(now)
      #expect(
        Set(after.columns.flatMap { $0 }.flatMap(\.notes))
          == Set(before.columns.flatMap { $0 }.flatMap(\.notes)))
      // A chosen note goes with its chosen cluster.
      let ids = Set(
        chosen.filter { reference in
          now.notes[reference.id]?.clusterID.map { id in
            !chosen.contains(EntityReference(.cluster, id))
          } ?? true
        }.map(\.id))
      switch direction {
      case .up, .down:
        let shift = direction == .up ? -1 : 1
        for (old, new) in zip(before.columns, after.columns) {
          for (index, entry) in old.enumerated() where ids.contains(entry.id) {
            let place = try #require(new.firstIndex { $0.id == entry.id })
            #expect(place == index || place == index + shift)
          }
          #expect(
            old.map(\.id).filter(ids.contains) == new.map(\.id).filter(ids.contains))
          #expect(
            old.map(\.id).filter { !ids.contains($0) } == new.map(\.id).filter { !ids.contains($0) }
          )
        }
      case .forward, .backward:
        let shift = direction == .forward ? 1 : -1
        for (index, old) in before.columns.enumerated() {
          for entry in old where ids.contains(entry.id) {
            #expect(after.columns[index + shift].contains { $0.id == entry.id })
          }
        }
      }
      for note in now.notes.values {
        guard let cluster = note.clusterID else { continue }
        #expect(now.clusters[cluster]?.columnID == note.columnID)
      }
    }
  }
}

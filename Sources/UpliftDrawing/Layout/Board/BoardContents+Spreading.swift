import Foundation
import UpliftCore

extension BoardContents {
  /// The board for a picture that is to be less high: what a column holds beyond so many notes
  /// stands in further columns beside it, whose titles say so. Clusters stay whole.
  ///
  /// - Parameter limit: notes in one column, at least 1.
  func spread(columnsOf limit: Int) -> BoardContents {
    var result = self
    var upserts: [any Entity] = []
    for (index, column) in columns.enumerated() {
      // Its place among the others gives a column its colour: that changes.
      var own = column
      own.colour = column.colour ?? Theme.columnSwatch(at: index)
      if own != column { upserts.append(own) }
      let next = columns.indices.contains(index + 1) ? columns[index + 1].rank : nil
      var target = column
      var count = 0
      for entry in entries[column.id] ?? [] {
        let size =
          switch entry {
          case .note: 1
          case .cluster(let id): max(1, clusterNotes[id]?.count ?? 0)
          }
        if count > 0, count + size > max(1, limit) {
          let title = tr("{title}, continued", ["title": column.title])
          target = BoardColumn(
            boardID: board.id, rank: .between(target.rank, next), title: title,
            colour: own.colour)
          upserts.append(target)
          count = 0
        }
        count += size
        guard target.id != column.id else { continue }
        switch entry {
        case .note(let id):
          guard var note = notes[id] else { continue }
          note.columnID = target.id
          upserts.append(note)
        case .cluster(let id):
          guard var cluster = clusters[id] else { continue }
          cluster.columnID = target.id
          upserts.append(cluster)
          for var note in (clusterNotes[id] ?? []).compactMap({ notes[$0] }) {
            note.columnID = target.id
            upserts.append(note)
          }
        }
      }
    }
    _ = result.apply(WorkspaceChange(upserts: upserts))
    return result
  }
}

import Foundation

@testable import UpliftCore

extension BoardContents {
  /// What a file of a board keeps, as lines: columns, clusters and notes in their order, with
  /// colours, authors, themes and the votes that may be shown.
  var shape: [String] {
    func line(_ note: Note, _ column: BoardColumn, _ indent: String) -> String? {
      guard !note.isPrivate else { return nil }
      let author = author(of: note)?.name.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
      let colour = (note.colour ?? column.colour)?.rawValue ?? "none"
      return
        "\(indent)note \(note.text) / \(author) / \(note.theme) / \(votes(for: note.id)) / \(colour)"
    }
    return columns.flatMap { column in
      ["column \(column.title) / \(column.colour?.rawValue ?? "none")"]
        + (entries[column.id] ?? []).flatMap { entry -> [String] in
          switch entry {
          case .note(let id): [notes[id].flatMap { line($0, column, "  ") }].compactMap(\.self)
          case .cluster(let id):
            ["  cluster \(clusters[id]?.title ?? "") / \(votes(for: id))"]
              + (clusterNotes[id] ?? []).compactMap { notes[$0] }
              .compactMap { line($0, column, "    ") }
          }
        }
    }
  }
}

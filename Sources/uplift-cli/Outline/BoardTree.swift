import Foundation
import UpliftCore

/// A board as `outline` shows it. The property names are the keys of the JSON.
struct BoardTree: Encodable {
  struct ColumnEntry: Encodable {
    var entries: [Entry]
    @ListedID var id: UUID
    var title: String
  }

  /// A loose note, or a cluster with its notes.
  enum Entry: Encodable {
    case note(NoteEntry)
    case cluster(ClusterEntry)

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .note(let note): try note.encode(to: encoder)
      case .cluster(let cluster): try cluster.encode(to: encoder)
      }
    }
  }

  struct NoteEntry: Encodable {
    var author: String?
    @ListedID var id: UUID
    var kind = EntityKind.note
    var text: String
    var theme: String
    var votes: Int
  }

  struct ClusterEntry: Encodable {
    @ListedID var id: UUID
    var kind = EntityKind.cluster
    var notes: [NoteEntry]
    var title: String
    var votes: Int
  }

  var columns: [ColumnEntry]
  var group: String?
  @ListedID var id: UUID
  var meeting: String?
  var title: String

  init(_ whole: BoardContents) {
    let contents = whole.veiled
    func entry(of id: UUID) -> NoteEntry? {
      contents.notes[id].map { note in
        NoteEntry(
          author: contents.author(of: note)?.name, id: id, text: note.shownText, theme: note.theme,
          votes: contents.votes(for: id))
      }
    }
    columns = contents.columns.map { column in
      let entries = (contents.entries[column.id] ?? []).compactMap { place -> Entry? in
        switch place {
        case .note(let id): return entry(of: id).map(Entry.note)
        case .cluster(let id):
          return contents.clusters[id].map { cluster in
            .cluster(
              ClusterEntry(
                id: id, notes: (contents.clusterNotes[id] ?? []).compactMap(entry),
                title: cluster.title, votes: contents.votes(for: id)))
          }
        }
      }
      return ColumnEntry(entries: entries, id: column.id, title: column.title)
    }
    group = contents.group?.title
    id = contents.board.id
    meeting = contents.meeting?.title
    title = contents.board.title
  }

  var text: TextTree {
    TextTree(
      tr("Board: {title}", ["title": title]),
      columns.map { column in TextTree(column.title, column.entries.map(Self.text)) })
  }

  private static func text(of entry: Entry) -> TextTree {
    switch entry {
    case .note(let note):
      return TextTree(
        withVotes(note.author.map { "\(note.text) (\($0))" } ?? note.text, note.votes))
    case .cluster(let cluster):
      let title =
        cluster.title.isEmpty
        ? tr("Cluster without a name") : tr("Cluster: {title}", ["title": cluster.title])
      return TextTree(
        withVotes(title, cluster.votes),
        cluster.notes.map { text(of: .note($0)) })
    }
  }

  private static func withVotes(_ text: String, _ votes: Int) -> String {
    votes == 0 ? text : "\(text), \(ntr("{count} vote", "{count} votes", votes))"
  }
}

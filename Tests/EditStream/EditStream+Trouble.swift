import Foundation
import UpliftCore

extension EditStream {
  /// Edits until there is no room, says what happened, makes room and goes on.
  static func fill(_ url: URL, limit: UInt64?, ballast: String?) throws {
    let workspace = try Workspace.open(at: url)
    let contents = try workspace.contents()
    guard let lane = contents.lanes.first, let step = contents.steps.first else { return }
    if let limit {
      signal(SIGXFSZ, SIG_IGN)
      setLimit(rlim_t(limit))
    }
    var expected = contents
    var number = 0
    func edit() throws {
      let card = Card(
        laneID: lane.id, stepID: step.id, rank: .middle,
        text: "\(number) " + String(repeating: "room ", count: 600))
      try workspace.perform(Edit(.addCard, [.insert(card)]))
      expected.cards.append(card)
      number += 1
    }
    var troubles = 0
    // A second failure must leave things as well as the first.
    while troubles < 3, number < 20_000 {
      do {
        try edit()
      } catch {
        troubles += 1
        if case WorkspaceError.diskFull = error {
          say("full \(error)")
        } else {
          say("other \(error)")
        }
        let isKept = try workspace.contents().digest == expected.digest
        say(isKept ? "kept \(number)" : "lost")
      }
    }
    if limit != nil { setLimit(.max) }
    if let ballast { unlink(ballast) }
    for _ in 0..<5 { try edit() }
    say(try workspace.contents().digest == expected.digest ? "went on" : "lost")
    try workspace.undo()
    say("faults \(try workspace.check().count)")
    try workspace.close()
    expected.cards.removeLast()
    say(try Workspace.open(at: url).contents().digest == expected.digest ? "there" : "gone")
  }

  private static func setLimit(_ bytes: rlim_t) {
    var limit = rlimit()
    getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    limit.rlim_cur = min(bytes, limit.rlim_max)
    setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
  }

  /// Opens, reads and tries to edit.
  static func visit(_ url: URL) {
    do {
      let workspace = try Workspace.open(at: url)
      say("reason \(workspace.readOnlyReason ?? "none")")
      say("digest \(try workspace.contents().digest)")
      say("faults \(try workspace.check().count)")
      var info = try workspace.contents().workspace
      let old = info
      info.title = "Visited"
      try workspace.perform(Edit(.rename, [.update(from: old, to: info)]))
      say("edited")
    } catch {
      say("error \(error)")
    }
  }

  /// Does everything to each file of a folder that can be done to a workspace.
  static func survey(_ folder: URL) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names.sorted() where name.hasSuffix(".uplift") {
      say("try \(name)")
      let url = folder.appendingPathComponent(name)
      do {
        let workspace = try Workspace.open(at: url)
        let complaints = tryEverything(workspace, name)
        say("opened \(name) \(complaints)")
      } catch let error as WorkspaceError {
        say(error.description.contains(url.path) ? "refused \(name) \(error)" : "strange \(error)")
      } catch {
        say("strange \(name) \(error)")
      }
    }
    say("finished")
  }

  /// - Returns: how many complaints there were; 0 for a sound file.
  private static func tryEverything(_ workspace: Workspace, _ name: String) -> Int {
    var complaints = 0
    func attempt(_ what: String, _ body: () throws -> Void) {
      do {
        try body()
      } catch let error as WorkspaceError {
        complaints += 1
        if error.description.isEmpty { say("strange \(name) \(what)") }
      } catch {
        say("strange \(name) \(what): \(error)")
      }
    }
    attempt("check") { complaints += try workspace.check().count }
    attempt("contents") { _ = try workspace.contents().digest }
    attempt("outline") {
      let outline = try workspace.outline()
      for map in outline.journeyMaps { attempt("journey") { _ = try workspace.journey(map.id) } }
      for board in outline.boards { attempt("board") { _ = try workspace.board(board.id) } }
      for group in outline.groups { attempt("group") { _ = try workspace.group(group.id) } }
    }
    for query in ["a", "订购", "parcel counter"] {
      attempt("search") { _ = try workspace.search(query) }
    }
    attempt("history") { _ = try workspace.history() }
    attempt("next") { _ = (try workspace.nextUndo(), try workspace.nextRedo()) }
    for _ in 0..<3 { attempt("undo") { try workspace.undo() } }
    attempt("redo") { try workspace.redo() }
    attempt("edit") {
      let persona = Persona(rank: .middle, name: "Amina", goals: "Send it back")
      try workspace.perform(Edit(.addPersona, [.insert(persona)]))
      try workspace.perform(Edit(.delete, [.delete(persona.reference)]))
    }
    attempt("notice") { try workspace.noticeOutsideChanges() }
    attempt("close") { try workspace.close() }
    return complaints
  }
}

import Foundation
import UpliftCore

extension EditStream {
  /// Gives votes on the newest ballot, for notes at random, as one that never looks what there is
  /// room for. Says "ready", waits until the file START stands beside the workspace, and says
  /// "given ID" for each that was taken, "finished" at the end.
  static func vote(_ url: URL, count: Int) throws {
    let workspace = try Workspace.open(at: url)
    let contents = try workspace.contents()
    guard let ballot = contents.ballots.last else { return say("no ballot") }
    var dice = Dice(seed: UInt64(getpid()))
    say("ready")
    let start = url.deletingLastPathComponent().appendingPathComponent("START")
    while !FileManager.default.fileExists(atPath: start.path) { usleep(200) }
    for _ in 0..<count {
      let vote = Vote(
        noteID: contents.notes[dice.roll(contents.notes.count)].id, ballotID: ballot.id)
      do {
        try workspace.perform(Edit(.vote, [.insert(vote)]))
        say("given \(vote.id)")
      } catch WorkspaceError.refused {
        // One too many.
      }
    }
    say("finished")
    try workspace.close()
  }
}

import Foundation
import UpliftCore

/// A program that edits workspaces, for tests that kill it, fill its disk or take its rights away.
/// It says what it did, a line each, as soon as it is acknowledged.
@main enum EditStream {
  static func main() throws {
    var arguments = Array(CommandLine.arguments.dropFirst())
    if arguments.first == "--as-nobody" {
      arguments.removeFirst()
      becomeNobody()
    }
    guard arguments.count >= 2 else { return say("usage: edit-stream COMMAND PATH …") }
    let url = URL(fileURLWithPath: arguments[1])
    let rest = arguments.dropFirst(2).map { UInt64($0) ?? 0 }
    switch arguments[0] {
    case "write": try write(url, seed: rest[0], count: Int(rest[1]), saysDigests: rest.count > 2)
    case "restore":
      try restore(url, seed: rest[0], count: Int(rest[1]), saysDigests: rest.count > 2)
    case "contend": try contend(url, tag: arguments[2], count: Int(rest[1]))
    case "vote": try vote(url, count: Int(rest[0]))
    case "create": try create(in: url, count: Int(rest[0]))
    case "fill-limit": try fill(url, limit: rest[0], ballast: nil)
    case "fill-disk": try fill(url, limit: nil, ballast: arguments[2])
    case "visit": visit(url)
    case "survey": survey(url)
    default: say("unknown command")
    }
  }

  /// At once: what is buffered when the process is killed nobody would see.
  static func say(_ line: String) {
    let data = Data((line.replacingOccurrences(of: "\n", with: " ") + "\n").utf8)
    FileHandle.standardOutput.write(data)
  }

  /// Root may do everything; a test of rights needs somebody who may not.
  private static func becomeNobody() {
    guard geteuid() == 0 else { return }
    setgroups(0, nil)
    guard setgid(65534) == 0, setuid(65534) == 0 else {
      // In a container there may be nobody else to become.
      say("nobody else")
      exit(0)
    }
  }

  static func carryOut(_ act: Act, in workspace: Workspace) throws {
    do {
      switch act {
      case .edit(let edit): try workspace.perform(edit)
      case .undo: try workspace.undo()
      case .redo: try workspace.redo()
      }
    } catch WorkspaceError.refused, WorkspaceError.gone {
      // Drawn at random, and against a rule or for a record that is gone: nothing has changed.
    }
  }

  /// "ack N" after each edit, with a digest of all contents if wanted.
  private static func write(_ url: URL, seed: UInt64, count: Int, saysDigests: Bool) throws {
    let workspace = try Workspace.open(at: url)
    var edits = RandomEdits(seed: seed)
    var contents = try workspace.contents()
    for number in 0...count {
      // Looking costs more than editing; what is meant for a record that is gone comes to nothing.
      if number.isMultiple(of: 5) { contents = try workspace.contents() }
      if number > 0 { try carryOut(edits.next(contents), in: workspace) }
      say(saysDigests ? "ack \(number) \(try workspace.contents().digest)" : "ack \(number)")
    }
    try workspace.close()
  }

  /// The same, with every third edit making everything what it was after some step.
  private static func restore(_ url: URL, seed: UInt64, count: Int, saysDigests: Bool) throws {
    let workspace = try Workspace.open(at: url)
    var edits = RandomEdits(seed: seed)
    var dice = Dice(seed: seed)
    for number in 0...count {
      let steps = try workspace.history().map(\.sequence).sorted()
      if number > 0, number.isMultiple(of: 3), !steps.isEmpty {
        try workspace.restore(steps[dice.roll(steps.count)])
      } else if number > 0 {
        try carryOut(edits.next(try workspace.contents()), in: workspace)
      }
      say(saysDigests ? "ack \(number) \(try workspace.contents().digest)" : "ack \(number)")
    }
    try workspace.close()
  }

  /// "card ID TEXT" at the end for each card of its own.
  private static func contend(_ url: URL, tag: String, count: Int) throws {
    let workspace = try Workspace.open(at: url)
    let contents = try workspace.contents()
    guard let lane = contents.lanes.first, let step = contents.steps.first else { return }
    var own: [Card] = []
    var dice = Dice(seed: UInt64(tag.utf8.first ?? 0))
    for number in 0..<count {
      switch dice.roll(3) {
      case 0 where !own.isEmpty:
        let place = dice.roll(own.count)
        var new = own[place]
        new.text = "\(tag) \(number)"
        try workspace.perform(Edit(.editText, [.update(from: own[place], to: new)]))
        own[place] = new
      case 1 where own.count > 5:
        let place = dice.roll(own.count)
        try workspace.perform(Edit(.delete, [.delete(own[place].reference)]))
        own.remove(at: place)
      default:
        let card = Card(laneID: lane.id, stepID: step.id, rank: .middle, text: "\(tag) \(number)")
        try workspace.perform(Edit(.addCard, [.insert(card)]))
        own.append(card)
      }
    }
    for card in own { say("card \(card.id) \(card.text)") }
    say("finished")
  }

  /// "ack N" after each new workspace.
  private static func create(in folder: URL, count: Int) throws {
    for number in 0..<count {
      var contents = WorkspaceContents(workspace: WorkspaceInfo(title: "Number \(number)"))
      contents.personas = Rank.spread(40).map { Persona(rank: $0, name: "Amina \($0)") }
      try Workspace.create(
        at: folder.appendingPathComponent("\(number).uplift"), contents: contents
      ).close()
      say("ack \(number)")
    }
  }
}

import Foundation
import UpliftCore

/// A register as a table in a file, out and in.
enum RegisterFile {
  static func write(_ name: String, of workspace: Workspace, to target: URL) throws {
    try FileReplacement.write(try csv(register(named: name), workspace), to: target)
  }

  /// All of the table as one step of the history, or nothing.
  static func read(_ source: URL, into name: String, of workspace: Workspace) throws {
    let type = try register(named: name)
    let data = try RegisterCSV.file(source)
    let result = try reading(data, source.lastPathComponent, type, workspace)
    if let edit = result.edit { try workspace.perform(edit) }
    let lines =
      result.edit == nil
      ? [tr("Nothing was added: all of it was there already.")]
      : [
        ntr("{count} row added.", "{count} rows added.", result.added),
        ntr("{count} row changed.", "{count} rows changed.", result.changed),
      ]
    try Output.print(lines + result.remarks)
  }

  private static func csv<Record: TableRecord>(
    _ type: Record.Type, _ workspace: Workspace
  ) throws -> Data { try workspace.csv(type) }

  private static func reading<Record: TableRecord>(
    _ data: Data, _ file: String, _ type: Record.Type, _ workspace: Workspace
  ) throws -> RegisterCSV.Result { try workspace.reading(data, file: file, into: type) }

  private static func register(named name: String) throws -> any TableRecord.Type {
    guard let type = Registers.named(name) else {
      throw Failure(
        tr(
          "There is no register “{name}”; there are {names}.",
          ["name": name, "names": Registers.names.joined(separator: ", ")]))
    }
    return type
  }
}

import ArgumentParser
import UpliftCore

struct RegistersCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "registers",
    abstract: tr("Lists the registers and their columns, by the names that files may have."))

  func run() throws {
    try Output.print(Registers.tables.flatMap { lines(of: $0) })
  }

  private func lines<Record: TableRecord>(of type: Record.Type) -> [String] {
    let register = Record.register(in: RegisterContext())
    return [register.name]
      + register.columns.filter(\.isEditable).map { "  \($0.name)" }
  }
}

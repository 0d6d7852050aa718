import Foundation

extension Workspace {
  /// All records of a register, in order.
  public func registered<Record: RegisterRecord>(_ type: Record.Type) throws -> [Record] {
    try records(of: Record.kind).compactMap { $0 as? Record }.inOrder()
  }

  private func listed<Record: TableRecord>(
    _ type: Record.Type, _ context: RegisterContext
  ) throws -> [Record] {
    Record.inOrder(try records(of: Record.kind).compactMap { $0 as? Record }, in: context)
  }

  /// What the columns of its registers need to know.
  public func registerContext() -> RegisterContext {
    let context = RegisterContext(
      entries: { (try? self.registerEntries(of: $0)) ?? [] },
      people: { (try? self.people()) ?? [] },
      assignments: { (try? self.assignments(of: $0)) ?? [] },
      organisation: { try? self.organisation() })
    context.readRecords = { (try? self.records(of: $0)) ?? [] }
    context.readRecord = { (try? self.record($0)) ?? nil }
    return context
  }

  public func csv<Record: TableRecord>(_ type: Record.Type) throws -> Data {
    let context = registerContext()
    return RegisterCSV.data(try listed(type, context), in: context)
  }

  /// What a table would change of a register; nothing is changed yet.
  public func reading<Record: TableRecord>(
    _ data: Data, file: String?, into type: Record.Type
  ) throws -> RegisterCSV.Result {
    let context = registerContext()
    return try RegisterCSV.importing(
      data, file: file, into: try listed(type, context), context: context,
      register: Record.register)
  }
}

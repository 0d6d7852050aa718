extension Array where Element: Ranked {
  /// Replaces the record with the same id, or adds it; keeps the order.
  mutating func upsert(_ record: Element) {
    removeAll { $0.id == record.id }
    let place = firstIndex { record.precedes($0) }
    insert(record, at: place ?? endIndex)
  }
}

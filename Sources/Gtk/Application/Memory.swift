import CGtk

/// The memory that the program holds.
public nonisolated enum Memory {
  /// Gives back to the system what is free, also between what is still in use. Takes some
  /// milliseconds; on any thread.
  public static func giveBack() { malloc_trim(0) }
}

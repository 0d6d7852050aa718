import Foundation

/// A process that is measured: started, waited for until it says something, ended.
final class ChildProcess {
  let identifier: pid_t
  /// When it was started, in seconds of the monotonic clock.
  let start: Double
  private let output: Int32
  private var isEnded = false

  static func now() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  /// - Parameter environment: over the own one.
  init(_ program: String, _ arguments: [String], environment: [String: String] = [:]) throws {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { throw BenchError.child("There is no pipe.") }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    defer { close(ends[1]) }
    output = ends[0]
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
    // What GTK says about missing services is nothing to measure.
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let merged = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    var argv = ([program] + arguments).map { strdup($0) } + [nil]
    var envp = merged.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { (argv + envp).forEach { free($0) } }
    start = Self.now()
    var identifier: pid_t = 0
    let code = posix_spawn(&identifier, program, &actions, nil, &argv, &envp)
    self.identifier = identifier
    guard code == 0 else {
      isEnded = true
      throw BenchError.child("\(program) did not start: \(String(cString: strerror(code))).")
    }
  }

  isolated deinit {
    end()
    close(output)
  }

  /// Seconds from the start until it prints its first line.
  func secondsUntilLine(timeout: Double = 60) throws -> Double {
    var poll = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
    guard Glibc.poll(&poll, 1, Int32(timeout * 1000)) == 1 else {
      throw BenchError.child("A process said nothing for \(Int(timeout)) s.")
    }
    let time = Self.now() - start
    var byte: UInt8 = 0
    guard read(output, &byte, 1) == 1 else {
      throw BenchError.child("A process ended before its first frame.")
    }
    return time
  }

  /// Everything it prints until it ends by itself.
  func allOutput() -> Data {
    let data = (try? FileHandle(fileDescriptor: output).readToEnd()) ?? Data()
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
    isEnded = true
    return data
  }

  func end() {
    guard !isEnded else { return }
    isEnded = true
    kill(identifier, SIGTERM)
    var status: Int32 = 0
    waitpid(identifier, &status, 0)
  }

  // MARK: What the kernel knows of it

  /// A value of `/proc/PID/status`, in KiB.
  func kibibytes(_ name: String) -> Double {
    value(name, in: "/proc/\(identifier)/status") ?? 0
  }

  /// How often its threads have been waiting for something and were woken.
  ///
  /// By thread: one that ends takes its count along.
  var wakeUps: [String: Double] {
    let tasks = "/proc/\(identifier)/task"
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
    return Dictionary(
      uniqueKeysWithValues: threads.map { thread in
        (thread, value("voluntary_ctxt_switches", in: "\(tasks)/\(thread)/status") ?? 0)
      })
  }

  /// How often any of its threads was woken since `earlier`.
  func wakeUps(since earlier: [String: Double]) -> Double {
    wakeUps.reduce(0) { $0 + $1.value - (earlier[$1.key] ?? 0) }
  }

  private func value(_ name: String, in file: String) -> Double? {
    let text = try? String(contentsOfFile: file, encoding: .utf8)
    let line = text?.split(separator: "\n").first { $0.hasPrefix(name + ":") }
    return line?.split(whereSeparator: { $0 == ":" || $0.isWhitespace }).dropFirst().first
      .flatMap { Double($0) }
  }
}

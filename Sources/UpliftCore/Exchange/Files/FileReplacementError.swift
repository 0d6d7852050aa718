import Foundation

/// Why a file could not be written. What was there before is as it was.
public enum FileReplacementError: Error, Equatable, Sendable {
  case noFolder(path: String)
  case isFolder(path: String)
  /// A device, a pipe or the like.
  case isNoFile(path: String)
  /// The file or its folder is read-only, or belongs to somebody else.
  case cannotWrite(path: String)
  case diskFull(path: String)
  case nameTooLong(path: String)
  case failed(path: String, detail: String)

  /// - Parameter code: an `errno`.
  public init(_ code: Int32, path: String) {
    switch code {
    case ENOSPC, EDQUOT, EFBIG: self = .diskFull(path: path)
    case EACCES, EPERM, EROFS: self = .cannotWrite(path: path)
    case ENAMETOOLONG: self = .nameTooLong(path: path)
    case EISDIR: self = .isFolder(path: path)
    default: self = .failed(path: path, detail: String(cString: strerror(code)))
    }
  }

  init(_ error: CocoaError, path: String) {
    if let code = (error.userInfo[NSUnderlyingErrorKey] as? POSIXError)?.code {
      self.init(code.rawValue, path: path)
      return
    }
    switch error.code {
    case .fileWriteOutOfSpace: self = .diskFull(path: path)
    case .fileWriteNoPermission, .fileWriteVolumeReadOnly: self = .cannotWrite(path: path)
    default: self = .failed(path: path, detail: error.localizedDescription)
    }
  }
}

extension FileReplacementError: LocalizedError, CustomStringConvertible {
  public var errorDescription: String? { description }

  public var description: String {
    switch self {
    case .noFolder(let path):
      tr("There is no folder “{path}”, so nothing was written.", ["path": path])
    case .isFolder(let path):
      tr("“{path}” is a folder, so nothing was written.", ["path": path])
    case .isNoFile(let path):
      tr("“{path}” is not an ordinary file, so nothing was written.", ["path": path])
    case .cannotWrite(let path):
      tr("“{path}” could not be written: the file or its folder is read-only.", ["path": path])
    case .diskFull(let path):
      tr("“{path}” was not written because the disk is full.", ["path": path])
    case .nameTooLong(let path):
      tr("“{path}” was not written because its name is too long.", ["path": path])
    case .failed(let path, let detail):
      tr("“{path}” could not be written: {detail}.", ["path": path, "detail": detail])
    }
  }
}

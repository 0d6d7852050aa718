/// The program's version, the same as the newest release in `data/*.metainfo.xml`.
public enum Version {
  public static let current = "0.1.0"
}

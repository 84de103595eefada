/// 128-bit FNV-1a of bytes, in 32 hexadecimal digits: the same in every process and on every machine.
///
/// It tells contents apart and notices damage; it is no protection against forgery.
struct StableHash: Hashable, CustomStringConvertible {
    let description: String

    init(_ bytes: some Sequence<UInt8>) {
        var hash: UInt128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d
        let prime: UInt128 = 0x0000_0000_0100_0000_0000_0000_0000_013b
        for byte in bytes {
            hash ^= UInt128(byte)
            hash = hash &* prime
        }
        let digits = String(hash, radix: 16)
        description = String(repeating: "0", count: 32 - digits.count) + digits
    }
}

// Writes arrays of Zarr 3 for the tests, and reads those of Zarr 2 and 3 that the tests write: by zarrita.
//
// In a folder where zarrita is installed (npm install zarrita):
// node zarrita.mjs write FOLDER small|large
// node zarrita.mjs check FOLDER
import * as fs from "node:fs";
import * as path from "node:path";
import * as zarr from "zarrita";
import FileSystemStore from "@zarrita/storage/fs";

const TYPES = {
	int8: [Int8Array, 5], int16: [Int16Array, 1000], int32: [Int32Array, 80000000], int64: [BigInt64Array, 1n << 56n],
	uint8: [Uint8Array, 5], uint16: [Uint16Array, 1300], uint32: [Uint32Array, 80000000], uint64: [BigUint64Array, 1n << 58n],
	float32: [Float32Array, 4], float64: [Float64Array, 7],
};
const BYTES = { int8: 1, uint8: 1, bool: 1, int16: 2, uint16: 2, int32: 4, uint32: 4, float32: 4 };
const bytes = (type) => BYTES[type] ?? 8;

function value(i, type) {
	const v = (i * 7 + Math.floor(i / 64)) % 50;
	if (type === "bool") return v % 2 === 0;
	const scale = TYPES[type][1];
	if (type.startsWith("float")) return (v - 25) / scale;
	const whole = type.startsWith("int") ? v - 25 : v;
	return typeof scale === "bigint" ? BigInt(whole) * scale : whole * scale;
}

function values(shape, type) {
	const n = shape.reduce((a, b) => a * b, 1);
	const data = new TYPES[type][0](n);
	for (let i = 0; i < n; i++) data[i] = value(i, type);
	return data;
}

function codecs(type) {
	// It reads gzip, zlib, crc32c and shards, but doesn't write them.
	const all = { none: [], zstd: [{ name: "zstd", configuration: { level: 3, checksum: false } }], lz4: [{ name: "lz4", configuration: { acceleration: 1 } }] };
	for (const cname of ["lz4", "lz4hc", "zstd", "zlib", "blosclz"])
		["noshuffle", "shuffle", "bitshuffle"].forEach((shuffle, i) => {
			all[`blosc-${cname}-${i}`] = [{ name: "blosc", configuration: { cname, clevel: 5, shuffle, typesize: bytes(type), blocksize: 0 } }];
		});
	return all;
}

function strides(shape) {
	return shape.map((_, i) => shape.slice(i + 1).reduce((a, b) => a * b, 1));
}

async function write(folder, size) {
	const [shape, chunkShape] = size === "large" ? [[2, 150, 257], [2, 128, 200]] : [[3, 16, 17], [2, 16, 17]];
	const root = zarr.root(new FileSystemStore(folder));
	await zarr.create(root);
	const types = Object.keys(TYPES);
	let n = 0;
	for (const name of Object.keys(codecs("uint8")))
		for (const type of size === "large" ? [["uint16", "int64"][n % 2]] : [types[n % types.length]]) {
			const list = [];
			if (n % 3 === 2) list.push({ name: "transpose", configuration: { order: n % 2 ? [2, 0, 1] : [1, 2, 0] } });
			list.push({ name: "bytes", configuration: { endian: n % 2 ? "big" : "little" } });
			list.push(...codecs(type)[name]);
			const array = await zarr.create(root.resolve(`${name}-${type}${n % 3 === 2 ? "-t" : ""}`), { shape, chunkShape, dtype: type, codecs: list,
				fillValue: 0, chunkSeparator: n % 2 ? "." : "/" });
			await zarr.set(array, null, { data: values(shape, type), shape, stride: strides(shape) });
			n++;
		}
	for (const [type, fill] of [["float32", "NaN"], ["float64", "-Infinity"], ["float32", "0x7fc00000"], ["int16", -7]]) {
		const array = await zarr.create(root.resolve(`missing-${type}-${fill}`), { shape, chunkShape, dtype: type, fillValue: fill,
			codecs: [{ name: "bytes", configuration: { endian: "little" } }], attributes: { written: 2, fill: fill === "0x7fc00000" ? "NaN" : String(fill) } });
		const part = [2, shape[1], shape[2]];
		await zarr.set(array, [zarr.slice(0, 2), null, null], { data: values(part, type), shape: part, stride: strides(part) });
	}
}

async function check(folder) {
	let count = 0;
	for (const name of fs.readdirSync(folder).sort()) {
		const v3 = fs.existsSync(path.join(folder, name, "zarr.json"));
		if (!v3 && !fs.existsSync(path.join(folder, name, ".zarray"))) continue;
		const location = zarr.root(new FileSystemStore(path.join(folder, name)));
		const array = await (v3 ? zarr.open.v3 : zarr.open.v2)(location, { kind: "array" });
		if (array.attrs.written) continue;
		const all = await zarr.get(array);
		const straight = strides(all.shape);
		for (let i = 0; i < all.data.length; i++) {
			const at = straight.reduce((sum, stride, axis) => sum + Math.floor(i / stride) % all.shape[axis] * all.stride[axis], 0);
			const read = all.data.get ? all.data.get(at) : all.data[at];
			if (read !== value(i, array.dtype)) {
				console.error(`${name} has ${read} at ${i} and should have ${value(i, array.dtype)}`);
				process.exit(1);
			}
		}
		count++;
	}
	console.log("read", count);
}

if (process.argv[2] === "write") await write(process.argv[3], process.argv[4]);
else await check(process.argv[3]);

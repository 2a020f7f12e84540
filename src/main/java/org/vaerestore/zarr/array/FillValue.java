package org.vaerestore.zarr.array;

import java.math.BigInteger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/**
 * What the values of missing chunks are, and of chunks beyond the array.
 *
 * @param type of the values
 * @param bits of the value, in the lowest bytes
 */
record FillValue(DataType type, long bits) {

	private static final BigInteger MOST = BigInteger.ONE.shiftLeft(Long.SIZE);

	static FillValue zero(final DataType type) {
		return new FillValue(type, 0);
	}

	/** Reads one; none at all is 0. */
	static FillValue read(final Fields metadata, final DataType type) {
		final JsonNode json = metadata.get("fill_value");
		if (json.isNull() || json.isMissingNode()) return zero(type);
		final Long bits = type.isFloat() ? floatBits(json, type) : wholeBits(json, type);
		if (bits == null) throw metadata.bad("\"fill_value\" is " + ZarrJson.shown(json) + ", which is no value of type " + type.id());
		return new FillValue(type, bits);
	}

	private static Long wholeBits(final JsonNode json, final DataType type) {
		if (json.isBoolean()) return json.asBoolean() ? 1L : 0;
		// Some write the 0 of whole numbers as 0.0.
		if (!json.isNumber() || !json.isIntegralNumber() && json.asDouble() != 0) return null;
		final BigInteger value = json.isIntegralNumber() ? json.bigIntegerValue() : BigInteger.ZERO;
		if (type == DataType.BOOL) return value.bitLength() > 1 || value.signum() < 0 ? null : value.longValue();
		final BigInteger most = MOST.shiftRight(Long.SIZE - 8 * type.bytes() + (type.isSigned() ? 1 : 0));
		if (value.compareTo(most) >= 0 || value.compareTo(type.isSigned() ? most.negate() : BigInteger.ZERO) < 0) return null;
		return type.masked(value.longValue());
	}

	private static Long floatBits(final JsonNode json, final DataType type) {
		if (json.isNumber()) return bits(json.asDouble(), type);
		return switch (json.asText()) {
			case "NaN" -> bits(Double.NaN, type);
			case "Infinity" -> bits(Double.POSITIVE_INFINITY, type);
			case "-Infinity" -> bits(Double.NEGATIVE_INFINITY, type);
			default -> json.asText().matches("0x[0-9a-fA-F]{" + 2 * type.bytes() + "}") ? Long.parseUnsignedLong(json.asText().substring(2), 16)
				: null;
		};
	}

	private static long bits(final double value, final DataType type) {
		return type == DataType.FLOAT32 ? type.masked(Float.floatToIntBits((float) value)) : Double.doubleToLongBits(value);
	}

	/** Returns it for metadata. */
	JsonNode json(final ZarrFormat format) {
		if (type == DataType.BOOL) return BooleanNode.valueOf(bits != 0);
		if (!type.isFloat()) {
			final int shift = Long.SIZE - 8 * type.bytes();
			final BigInteger value = BigInteger.valueOf(bits << shift >> shift);
			return JsonNodeFactory.instance.numberNode(type.isSigned() || value.signum() >= 0 ? value : value.add(MOST.shiftRight(shift)));
		}
		final double value = type == DataType.FLOAT32 ? Float.intBitsToFloat((int) bits) : Double.longBitsToDouble(bits);
		if (!Double.isNaN(value) && !Double.isInfinite(value)) return JsonNodeFactory.instance.numberNode(value);
		if (format == ZarrFormat.V3 && Double.isNaN(value) && bits != bits(Double.NaN, type)) return JsonNodeFactory.instance.textNode(String
			.format("0x%0" + 2 * type.bytes() + "x", bits));
		return JsonNodeFactory.instance.textNode(Double.toString(value));
	}
}

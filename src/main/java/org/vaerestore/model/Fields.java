package org.vaerestore.model;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Reads and writes the fields of JSON objects, strictly: what is missing or of another kind is an error by name. */
final class Fields {

	private final JsonNode node;
	private final String name;

	private Fields(final JsonNode node, final String name) {
		this.node = node;
		this.name = name;
	}

	/** Returns the fields of an object. */
	static Fields of(final JsonNode node, final String name) throws IOException {
		if (node == null || !node.isObject()) throw DamagedModelException.damaged(name + " is missing");
		return new Fields(node, name);
	}

	/** Returns the fields of an object in this one. */
	Fields object(final String field) throws IOException {
		return of(node.get(field), path(field));
	}

	/** Returns whether a field is there and not null. */
	boolean has(final String field) {
		return node.hasNonNull(field);
	}

	String text(final String field) throws IOException {
		return require(field, node.path(field).isTextual()).textValue();
	}

	int integer(final String field) throws IOException {
		return require(field, node.path(field).isIntegralNumber() && node.get(field).canConvertToInt()).intValue();
	}

	long wide(final String field) throws IOException {
		return require(field, node.path(field).isIntegralNumber() && node.get(field).canConvertToLong()).longValue();
	}

	double number(final String field) throws IOException {
		return number(node.get(field), path(field));
	}

	double[] numbers(final String field) throws IOException {
		return numbers(node.get(field), path(field));
	}

	double[][] rows(final String field) throws IOException {
		return rows(node.get(field), path(field));
	}

	double[][][] tables(final String field) throws IOException {
		final List<double[][]> tables = new ArrayList<>();
		for (final JsonNode table : array(node.get(field), path(field)))
			tables.add(rows(table, path(field)));
		return tables.toArray(double[][][]::new);
	}

	/** Returns the objects of an array. */
	List<Fields> objects(final String field) throws IOException {
		final List<Fields> objects = new ArrayList<>();
		for (final JsonNode element : array(node.get(field), path(field)))
			objects.add(of(element, path(field)));
		return objects;
	}

	/** Returns the names of all fields. */
	List<String> names() {
		final List<String> names = new ArrayList<>();
		node.fieldNames().forEachRemaining(names::add);
		return names;
	}

	/** Returns JSON of a number; JSON has none that isn't finite, so NaN becomes null and infinities become text. */
	static JsonNode json(final double value) {
		final JsonNodeFactory factory = JsonNodeFactory.instance;
		if (Double.isNaN(value)) return factory.nullNode();
		return Double.isInfinite(value) ? factory.textNode(Double.toString(value)) : factory.numberNode(value);
	}

	static ArrayNode json(final double[] values) {
		final ArrayNode array = JsonNodeFactory.instance.arrayNode();
		for (final double value : values)
			array.add(json(value));
		return array;
	}

	static ArrayNode json(final double[][] rows) {
		final ArrayNode array = JsonNodeFactory.instance.arrayNode();
		for (final double[] row : rows)
			array.add(json(row));
		return array;
	}

	static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	private JsonNode require(final String field, final boolean good) throws IOException {
		if (!good) throw DamagedModelException.damaged(path(field) + " is missing or not what it should be");
		return node.get(field);
	}

	private String path(final String field) {
		return name + "." + field;
	}

	private static double number(final JsonNode value, final String path) throws IOException {
		if (value != null && value.isNumber()) return value.doubleValue();
		if (value != null && value.isNull()) return Double.NaN;
		if (value != null && value.isTextual()) {
			if (value.textValue().equals("Infinity")) return Double.POSITIVE_INFINITY;
			if (value.textValue().equals("-Infinity")) return Double.NEGATIVE_INFINITY;
		}
		throw DamagedModelException.damaged(path + " is missing or not a number");
	}

	private static double[] numbers(final JsonNode values, final String path) throws IOException {
		final JsonNode array = array(values, path);
		final double[] numbers = new double[array.size()];
		for (int i = 0; i < numbers.length; i++)
			numbers[i] = number(array.get(i), path);
		return numbers;
	}

	private static double[][] rows(final JsonNode values, final String path) throws IOException {
		final List<double[]> rows = new ArrayList<>();
		for (final JsonNode row : array(values, path))
			rows.add(numbers(row, path));
		return rows.toArray(double[][]::new);
	}

	private static JsonNode array(final JsonNode value, final String path) throws IOException {
		if (value == null || !value.isArray()) throw DamagedModelException.damaged(path + " is missing or not a list");
		return value;
	}
}

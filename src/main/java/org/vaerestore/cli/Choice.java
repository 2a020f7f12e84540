package org.vaerestore.cli;

import java.util.Arrays;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.vaerestore.predict.Estimate;
import org.vaerestore.restore.RestoreSettings;
import org.vaerestore.train.NoiseKind;
import org.vaerestore.train.Schedule;
import org.vaerestore.train.Signal;
import org.vaerestore.train.Weights;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The values of an enum as they are written on a command line: {@code POISSON_GAUSSIAN} is poisson-gaussian. */
abstract class Choice<E extends Enum<E>> implements ITypeConverter<E>, Iterable<String> {

	private final E[] values;

	private Choice(final E[] values) {
		this.values = values;
	}

	@Override
	public E convert(final String text) {
		return Stream.of(values).filter(value -> name(value).equalsIgnoreCase(text)).findFirst().orElseThrow(
			() -> new TypeConversionException("'" + text + "' is none of " + Arrays.stream(values).map(Choice::name).collect(
				Collectors.joining(", "))));
	}

	@Override
	public Iterator<String> iterator() {
		return Arrays.stream(values).map(Choice::name).iterator();
	}

	static String name(final Enum<?> value) {
		return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	static final class OfEstimate extends Choice<Estimate> {

		OfEstimate() {
			super(Estimate.values());
		}
	}

	static final class OfSignal extends Choice<Signal> {

		OfSignal() {
			super(Signal.values());
		}
	}

	static final class OfNoise extends Choice<NoiseKind> {

		OfNoise() {
			super(NoiseKind.values());
		}
	}

	static final class OfSchedule extends Choice<Schedule> {

		OfSchedule() {
			super(Schedule.values());
		}
	}

	static final class OfNaNs extends Choice<NaNs> {

		OfNaNs() {
			super(NaNs.values());
		}
	}

	static final class OfWeights extends Choice<Weights> {

		OfWeights() {
			super(Weights.values());
		}
	}

	static final class OfMode extends Choice<RestoreSettings.Mode> {

		OfMode() {
			super(RestoreSettings.Mode.values());
		}
	}
}

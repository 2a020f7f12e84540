"""Trains stages of the recipe with PyTorch, for those who have a graphics card: the same network, objective and lessons as
`vae-restore pretrain`, which draws the lessons and streams them here.

    python3 pretrain.py --minutes 10 --streams 15 --java "vae-restore" fast.vae.zip best.vae.zip

Each model file is what `vae-restore pretrain --steps 1` has made of the stage of its name. It is trained on and written
again, every few minutes and at the end. All models see the same pictures.
"""
import argparse
import hashlib
import json
import math
import os
import queue
import shlex
import subprocess
import threading
import time
import zipfile

import numpy as np
import torch
import torch.nn.functional as F

KL_WARM_UP, FREE_NATS, RATE_WARM_UP, FINAL_RATE, CLIP, BOUND = 0.2, 0.005, 50, 0.02, 20.0, 8.0
POSTERIOR_SHARE = 4


class ModelFile:
    """A *.vae.zip whose weights are replaced."""

    def __init__(self, path):
        self.path = path
        with zipfile.ZipFile(path) as archive:
            self.json = json.loads(archive.read('model.json'))
            block = archive.read('weights.bin')
        self.weights = {}
        for tensor in self.json['weights']['tensors']:
            count = int(np.prod(tensor['shape']))
            self.weights[tensor['name']] = np.frombuffer(block, '<f4', count, tensor['offset']).reshape(tensor['shape'])

    def write(self, weights, settings, history):
        block, names = b'', hashlib.sha256()
        for tensor in self.json['weights']['tensors']:
            values = np.ascontiguousarray(weights[tensor['name']], '<f4')
            block += values.tobytes()
            names.update(tensor['name'].encode())
            names.update(values.astype('>f4').tobytes())
        self.json['weights']['sha256'] = hashlib.sha256(block).hexdigest()
        self.json['id'] = names.hexdigest()[:12]
        self.json['settings'].update(settings)
        self.json['history'] = history
        beside = self.path + '.new'
        with zipfile.ZipFile(beside, 'w', zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(zipfile.ZipInfo('model.json', (2000, 1, 1, 0, 0, 0)), json.dumps(self.json, indent=1),
                             zipfile.ZIP_DEFLATED)
            archive.writestr(zipfile.ZipInfo('weights.bin', (2000, 1, 1, 0, 0, 0)), block, zipfile.ZIP_DEFLATED)
        os.replace(beside, self.path)


def conv(parameters, name, x, stride=1):
    weight = parameters[name + '.weight']
    if stride == 2:  # where an even side leaves one zero, it is behind
        x = F.pad(x, (0, 1, 0, 1))
    return F.conv2d(x, weight, parameters[name + '.bias'], stride, 0 if stride == 2 else weight.shape[2] // 2)


def blocks(parameters, name, count, x):
    for block in range(count):
        x = x + conv(parameters, f'{name}.block.{block}.conv2', F.relu(conv(parameters, f'{name}.block.{block}.conv1', F.relu(x))))
    return x


def bounded(raw):
    return raw / (1 + raw.abs() / BOUND)


class Ladder:
    """The network of org.vaerestore.vae.LadderNetwork; parameters are [output, input, y, x]."""

    def __init__(self, file, device):
        self.file, self.shape = file, file.json['architecture']
        self.parameters = {name: torch.tensor(values.transpose(3, 2, 0, 1) if values.ndim == 4 else values, device=device)
                           .contiguous(memory_format=torch.channels_last if values.ndim == 4 else torch.contiguous_format)
                           .requires_grad_() for name, values in file.weights.items()}
        self.average = {name: values.detach().clone() for name, values in self.parameters.items()}

    def input(self, values, visible, told):
        side, n = self.shape['shuffle'], values.shape[0]
        h, w = values.shape[1] // side, values.shape[2] // side
        pixels = torch.stack([values, visible, values * visible], 3).view(n, h, side, w, side, 3)
        pixels = pixels.permute(0, 2, 4, 5, 1, 3).reshape(n, side * side * 3, h, w)
        return torch.cat([pixels, told[:, :, None, None].expand(-1, -1, h, w)], 1).contiguous(memory_format=torch.channels_last)

    def encode(self, p, x):
        x, features = conv(p, 'encoder.stem', x), []
        for level in range(self.shape['levels']):
            x = blocks(p, f'encoder.{level}', self.shape['blocks'], x)
            features.append(x)
            if level < self.shape['levels'] - 1:
                x = conv(p, f'encoder.{level}.down', x, 2)
        return features

    def forward(self, p, context, visible, told, target=None, rows=0):
        """Returns mean and log-variance of all rows, those along the posterior last, and each level's divergence."""
        count, latents = context.shape[0], self.shape['latentChannels']
        x = self.input(context, visible, told)
        if rows:
            ones, none = torch.ones_like(target[:rows]), torch.zeros_like(told[:rows])
            x = torch.cat([x, self.input(target[:rows], ones, none)]).contiguous(memory_format=torch.channels_last)
        features, state, divergences = self.encode(p, x), None, [None] * self.shape['levels']
        for level in reversed(range(self.shape['levels'])):
            own = features[level][:count]
            known = torch.cat([own, own[:rows]]) if rows else own
            state = known if state is None else F.interpolate(state, scale_factor=2) + known
            state = blocks(p, f'decoder.{level}', self.shape['blocks'], state)
            prior = conv(p, f'decoder.{level}.prior', F.relu(state)).float()
            z = prior[:, :latents]
            if rows:
                joint = features[level][count:] + state[count:]
                change = conv(p, f'decoder.{level}.posterior', F.relu(joint)).float()
                shift, log_prior = change[:, :latents], bounded(prior[count:, latents:])
                log = bounded(prior[count:, latents:] + change[:, latents:])
                drawn = z[count:] + shift + (0.5 * log).exp() * torch.randn_like(shift)
                divergences[level] = 0.5 * (log_prior - log + (log.exp() + shift * shift) * (-log_prior).exp() - 1)
                z = torch.cat([z[:count], drawn])
            state = conv(p, f'decoder.{level}.latent', z.contiguous(memory_format=torch.channels_last)) + state
        out = conv(p, 'decoder.output', F.relu(blocks(p, 'decoder.output', self.shape['blocks'], state))).float()
        side, n, h, w = self.shape['shuffle'], out.shape[0], out.shape[2], out.shape[3]
        out = out.view(n, side, side, 2, h, w).permute(3, 0, 4, 1, 5, 2).reshape(2, n, h * side, w * side)
        mean = out[0] + (torch.cat([context, context[:rows]]) if rows else context)
        return mean, -4.6 + 7 * out[1] / (1 + out[1].abs()), divergences

    def loss(self, p, batch, kl, beta):
        context, visible, target, weight, variance, told = batch
        rows = max(1, context.shape[0] // POSTERIOR_SHARE)
        mean, log, divergences = self.forward(p, context, visible, told, target, rows)
        targets, weights = torch.cat([target, target[:rows]]), torch.cat([weight, weight[:rows]])
        total = log.exp() + torch.cat([variance, variance[:rows]])
        nll = 0.5 * (math.log(2 * math.pi) + total.log() + (targets - mean) ** 2 / total) * total.detach() ** beta * weights
        n, posterior = context.shape[0], weights[context.shape[0]:].sum().clamp(min=1)
        loss = nll[:n].sum() / weights[:n].sum().clamp(min=1) + nll[n:].sum() / posterior
        for divergence in divergences:
            loss = loss + kl * (divergence.mean() > FREE_NATS) * divergence.sum() / posterior
        return loss

    def java_weights(self):
        return {name: (values.permute(2, 3, 1, 0) if values.ndim == 4 else values).detach().cpu().numpy()
                for name, values in self.average.items()}


class Pool:
    """The latest pictures of all streams, on the device."""

    PIECE = 64

    def __init__(self, commands, side, size, device):
        self.floats, self.side = 5 * side * side + 11, side
        self.rows = torch.empty(size, self.floats, device=device)
        self.next = self.count = 0
        # Threads that touch the device while a graph is captured would spoil it, so that they only read.
        self.pieces, self.ended = queue.Queue(64), False
        for command in commands:
            threading.Thread(target=self.read, args=(command,), daemon=True).start()

    def read(self, command):
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        while not self.ended:
            piece = np.empty((self.PIECE, self.floats), '<f4')
            view, done = memoryview(piece).cast('B'), 0
            while done < len(view):
                got = process.stdout.readinto(view[done:])
                if not got:
                    return
                done += got
            self.pieces.put(piece)
        process.kill()

    def take(self):
        """Takes what has come, and waits for the first."""
        while self.count == 0 or not self.pieces.empty():
            piece = torch.from_numpy(self.pieces.get())
            self.rows[self.next:self.next + self.PIECE].copy_(piece)
            self.next = (self.next + self.PIECE) % self.rows.shape[0]
            self.count += self.PIECE

    def draw(self, rows, generator):
        self.take()
        filled = min(self.count, self.rows.shape[0])
        return self.split(self.rows[torch.randint(filled, (rows,), device=self.rows.device, generator=generator)])

    def split(self, rows):
        area = self.side * self.side
        images = [rows[:, k * area:(k + 1) * area].reshape(-1, self.side, self.side) for k in range(5)]
        context, visible, target, weight, variance = images
        return context, visible, target, weight, variance, rows[:, 5 * area:]


def judge(ladder, batches, size=128):
    """Mean PSNR of pictures of which each counts the same, in a range of 1."""
    logs = []
    with torch.no_grad():
        for k in range(0, batches[0].shape[0], size):
            context, visible, target, weight, _, told = [part[k:k + size] for part in batches]
            mean, _, _ = ladder.forward(ladder.average, context, visible, told)
            counted = (weight > 0).float()
            logs.append((((mean - target) ** 2 * counted).sum((1, 2)) / counted.sum((1, 2)).clamp(min=1)).clamp(min=1e-9).log())
    return -10 / math.log(10) * torch.cat(logs).mean().item()


class Step:
    """One training step as a graph that is replayed."""

    def __init__(self, ladder, batch, rate, beta, half):
        self.ladder, self.batch, self.half = ladder, [part.clone() for part in batch], half
        self.parameters = list(ladder.parameters.values())
        device = self.parameters[0].device
        self.rate, self.kl, self.decay = [torch.tensor(v, device=device) for v in (rate, 0.0, 0.9)]
        self.beta, self.graph, self.computed = beta, None, 0
        self.stream = torch.cuda.Stream() if device.type == 'cuda' else None
        self.m = [torch.zeros_like(p) for p in self.parameters]
        self.v = [torch.zeros_like(p) for p in self.parameters]
        self.correction = torch.ones(2, device=device)

    def compute(self):
        with torch.autocast(self.parameters[0].device.type, torch.bfloat16, enabled=self.half):
            loss = self.ladder.loss(self.ladder.parameters, self.batch, self.kl, self.beta)
        gradients = torch.autograd.grad(loss, self.parameters)
        norm = torch.stack(torch._foreach_norm(gradients)).norm()
        # What isn't finite changes nothing.
        scale = torch.where(norm.isfinite(), (CLIP / norm).clamp(max=1), torch.zeros_like(norm))
        gradients = [torch.nan_to_num(g * scale, 0, 0, 0) for g in gradients]
        with torch.no_grad():
            torch._foreach_mul_(self.m, 0.9)
            torch._foreach_add_(self.m, gradients, alpha=0.1)
            torch._foreach_mul_(self.v, 0.999)
            torch._foreach_addcmul_(self.v, gradients, gradients, 0.001)
            root = torch._foreach_sqrt(self.v)
            torch._foreach_mul_(root, self.correction[1])
            torch._foreach_add_(root, 1e-8)
            step = torch._foreach_div(self.m, root)
            torch._foreach_mul_(step, self.correction[0] * self.rate)
            torch._foreach_sub_(self.parameters, step)
            averages = list(self.ladder.average.values())
            torch._foreach_mul_(averages, self.decay)
            torch._foreach_add_(averages, torch._foreach_mul(self.parameters, 1 - self.decay))
        return loss.detach()

    def __call__(self, step, batch, rate, kl):
        """Starts a step beside those of other models; its loss is there once the streams were waited for."""
        correction = [1 / (1 - 0.9 ** (step + 1)), 1 / math.sqrt(1 - 0.999 ** (step + 1))]
        if self.stream is None:
            self.set(step, batch, rate, kl, correction)
            return self.compute()
        self.stream.wait_stream(torch.cuda.current_stream())
        with torch.cuda.stream(self.stream):
            self.set(step, batch, rate, kl, correction)
            self.computed += 1
            if self.computed <= 3:  # so that what is captured was not on another stream before
                return self.compute()
            if self.graph is None:
                torch.cuda.synchronize()
                self.graph = torch.cuda.CUDAGraph()
                with torch.cuda.graph(self.graph, stream=self.stream):
                    self.loss = self.compute()
            self.graph.replay()
        return self.loss

    def set(self, step, batch, rate, kl, correction):
        for own, new in zip(self.batch, batch):
            own.copy_(new)
        self.rate.fill_(rate)
        self.kl.fill_(kl)
        self.decay.fill_(min(0.999, (1 + step) / (10 + step)))
        for index, value in enumerate(correction):
            self.correction[index].fill_(value)

    def wait(self):
        if self.stream is not None:
            torch.cuda.current_stream().wait_stream(self.stream)


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument('--minutes', type=float, required=True)
    arguments.add_argument('--streams', type=int, default=4, help='programs that draw lessons')
    arguments.add_argument('--java', default='vae-restore', help='how the command line is started')
    arguments.add_argument('--stage', default='fast', help='whose lesson is streamed')
    arguments.add_argument('--batch', type=int, default=64)
    arguments.add_argument('--rate', type=float, default=1e-3)
    arguments.add_argument('--beta', type=float, default=0.5, help='of the beta-likelihood')
    arguments.add_argument('--side', type=int, default=64)
    arguments.add_argument('--pool', type=int, default=24576, help='pictures that are held')
    arguments.add_argument('--judged', type=int, default=768, help='pictures that judge')
    arguments.add_argument('--half', action='store_true', help='compute in bfloat16')
    arguments.add_argument('--again', action='store_true', help='go on: no warm-up of the divergence')
    arguments.add_argument('models', nargs='+')
    a = arguments.parse_args()
    device = 'cuda' if torch.cuda.is_available() else 'cpu'
    torch.backends.cuda.matmul.allow_tf32 = torch.backends.cudnn.allow_tf32 = True
    torch.backends.cudnn.benchmark = True
    began = time.time()
    command = lambda seed: shlex.split(a.java) + ['pretrain', '--stream', a.stage, '--seed', str(seed)]
    held_back = Pool([command(999)], a.side, a.judged, device)
    pool = Pool([command(1000 + k) for k in range(a.streams)], a.side, a.pool, device)
    ladders = [Ladder(ModelFile(path), device) for path in a.models]
    while held_back.count < a.judged or pool.count < 4 * a.batch:
        held_back.take()
        pool.take()
        time.sleep(0.1)
    held_back.ended = True
    judged = held_back.split(held_back.rows.clone())
    generator = torch.Generator(device).manual_seed(1)
    steps = [Step(ladder, pool.draw(a.batch, generator), a.rate, a.beta, a.half) for ladder in ladders]
    histories, step, told, written = [[] for _ in ladders], 0, time.time(), time.time()
    print(f'{time.time() - began:.0f} s until the first step, {device}', flush=True)

    def write():
        for ladder, history in zip(ladders, histories):
            name = os.path.basename(ladder.file.path).split('.')[0]
            settings = {'stage 1': f'{name}, with PyTorch: from random weights, noise and holes of the stage {a.stage}, by the beta-likelihood with beta {a.beta}, patches of '
                        f'{a.side} pixels, {a.batch} per step, learning rate {a.rate}, {step} steps', 'limit': f'{step} steps',
                        'batch': str(a.batch), 'learning rate': str(a.rate)}
            ladder.file.write(ladder.java_weights(), settings, history)

    while True:
        done = (time.time() - began) / (60 * a.minutes)
        if done >= 1:
            break
        rate = a.rate * min(1, (step + 1) / RATE_WARM_UP) * (FINAL_RATE + (1 - FINAL_RATE) * 0.5 * (1 + math.cos(math.pi * done)))
        batch = pool.draw(a.batch, generator)
        losses = [train(step, batch, rate, 1 if a.again else min(1, done / KL_WARM_UP)) for train in steps]
        for train in steps:
            train.wait()
        step += 1
        if step == 20 or time.time() - told > 20:
            told = time.time()
            scores = [judge(ladder, judged) for ladder in ladders]
            print(f'{told - began:.0f} s, step {step}, {pool.count} pictures, losses {[round(l.item(), 4) for l in losses]}, '
                  f'judge {[round(s, 3) for s in scores]}', flush=True)
            for history, loss, score in zip(histories, losses, scores):
                history.append({'step': step, 'loss': loss.item(), 'reconstruction': None, 'kl': [0.0] * 4, 'validationPsnr': score})
        if time.time() - written > 120:
            written = time.time()
            write()
    pool.ended = True
    write()
    print(f'{step} steps, {pool.count} pictures', flush=True)
    os._exit(0)


if __name__ == '__main__':
    main()
